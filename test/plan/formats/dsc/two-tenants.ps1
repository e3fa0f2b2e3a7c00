Configuration Tenants
{
    Import-DscResource -ModuleName 'Microsoft365DSC'

    Node localhost
    {
        TeamsFederationConfiguration "Contoso"
        {
            IsSingleInstance    = "Yes"
            AllowedDomains      = @("litwareinc.com")
            AllowFederatedUsers = $true
            Credential          = $Contoso
        }

        TeamsFederationConfiguration "Fabrikam"
        {
            IsSingleInstance    = "Yes"
            AllowedDomains      = @("adatum.com")
            BlockedDomains      = @("spam.example")
            AllowFederatedUsers = $true
            Credential          = $Fabrikam
        }

        TeamsFederationConfiguration "Contoso-Consumers"
        {
            IsSingleInstance    = "Yes"
            alloweddomains      = @("litwareinc.com", "northwind.example")
            AllowTeamsConsumer  = $false
            Credential          = $contoso
        }
    }
}
