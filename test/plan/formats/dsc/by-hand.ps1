Configuration Teams_External
{
    param (
    )

    Import-DscResource -ModuleName 'Microsoft365DSC'

    Node localhost
    {
        <#
        TeamsFederationConfiguration Old
        {
            AllowedDomains = @("woodgrove.example")
            Identity       = "Global"
        }
        #>
        # TeamsFederationConfiguration Older { Identity = "Global" }
        TeamsFederationConfiguration Global
        {
            Ensure                = "Present"
            AllowedDomains        = @(
                "fabrikam.com"    # partner since 2019 }
                'litwareinc.com'
            )
            AllowFederatedUsers=$true
            AllowTeamsConsumer    = $false;   AllowTeamsConsumerInbound = $false
            IsSingleInstance      = "Yes"
            ApplicationId         = $ConfigurationData.NonNodeData.ApplicationId
            TenantId              = $ConfigurationData.NonNodeData.TenantId
            CertificateThumbprint = $ConfigurationData.NonNodeData.CertificateThumbprint
        }
    }
}

Teams_External -ConfigurationData .\ConfigurationData.psd1
