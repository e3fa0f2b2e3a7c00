Configuration Tenant
{
    Import-DscResource -ModuleName 'Microsoft365DSC'
    Node localhost
    {
        TeamsFederationConfiguration 'Federation' {
            Identity            = 'Global'
            AllowedDomains      = @('AllowAllKnownDomains')
            BlockedDomains      = 'spam.example', 'litware.example'
            AllowFederatedUsers = $true
            Credential          = $Credential
        }
    }
}
