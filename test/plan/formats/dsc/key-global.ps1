# Generated with Microsoft365DSC version 1.23.1011.1
Configuration M365TenantConfig
{
    Import-DscResource -ModuleName 'Microsoft365DSC' -ModuleVersion '1.23.1011.1'

    Node localhost
    {
        TeamsFederationConfiguration "TeamsFederationConfiguration-Global"
        {
            AllowedDomains                              = @();
            AllowFederatedUsers                         = $True;
            AllowPublicUsers                            = $False;
            AllowTeamsConsumer                          = $True;
            AllowTeamsConsumerInbound                   = $True;
            ApplicationId                               = $ConfigurationData.NonNodeData.ApplicationId;
            BlockedDomains                              = @("spam.example");
            CertificateThumbprint                       = $ConfigurationData.NonNodeData.CertificateThumbprint;
            Identity                                    = "Global";
            RestrictTeamsConsumerToExternalUserProfiles = $False;
            SharedSipAddressSpace                       = $False;
            TenantId                                    = $OrganizationName;
            TreatDiscoveredPartnersAsUnverified         = $False;
        }
    }
}
