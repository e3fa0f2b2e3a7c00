Configuration Tenant
{
    Import-DscResource -ModuleName 'Microsoft365DSC'
    Node $AllNodes.NodeName
    {
        TeamsFederationConfiguration "Federation"
        {
            IsSingleInstance               = "Yes"
            AllowedDomains                 = $ConfigurationData.NonNodeData.Partners
            BlockedDomains                 = @("spam.example", $Node.Blocked)
            AllowFederatedUsers            = $true
            ExternalAccessWithTrialTenants = "Blocked"
        }
    }
}
