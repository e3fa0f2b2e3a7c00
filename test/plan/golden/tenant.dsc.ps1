# The tenant of tenant.lync.yaml, for `Test-DscConfiguration -ReferenceConfiguration` with Microsoft365DSC. Applying it changes the tenant.
# Releases whose resource has no `IsSingleInstance` take `Identity = 'Global'` in its place.
# tenant.lync.yaml:7: `-AllowPublicUsers` can no longer be used since 2025-05-05, so it is left out.
param (
    [Parameter(Mandatory)] [string] $ApplicationId,
    [Parameter(Mandatory)] [string] $TenantId,
    [Parameter(Mandatory)] [string] $CertificateThumbprint
)

Configuration TenantFederation
{
    Import-DscResource -ModuleName 'Microsoft365DSC'

    Node localhost
    {
        TeamsFederationConfiguration 'TenantFederation'
        {
            IsSingleInstance          = 'Yes'
            SharedSipAddressSpace     = $false # tenant.lync.yaml:5
            AllowFederatedUsers       = $true # tenant.lync.yaml:6
            BlockedDomains            = @('spam.example') # tenant.lync.yaml:8
            BlockAllSubdomains        = $true # tenant.lync.yaml:9
            AllowTeamsConsumer        = $false # tenant.lync.yaml:10
            AllowTeamsConsumerInbound = $false # tenant.lync.yaml:11
            AllowedDomains            = @() # tenant.lync.yaml:4
            ApplicationId             = $ApplicationId
            TenantId                  = $TenantId
            CertificateThumbprint     = $CertificateThumbprint
        }
    }
}

TenantFederation
