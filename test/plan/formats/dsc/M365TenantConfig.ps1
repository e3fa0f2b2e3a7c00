# Generated with Microsoft365DSC version 1.26.311.1
# For additional information on how to use Microsoft365DSC, please visit https://aka.ms/M365DSC
param (
    [parameter()]
    [System.Management.Automation.PSCredential]
    $Credential
)

Configuration M365TenantConfig
{
    param (
        [parameter()]
        [System.Management.Automation.PSCredential]
        $Credential
    )

    if ($null -eq $Credential)
    {
        <# Credentials #>
        $Credscredential = Get-Credential -Message "Credentials"
    }
    else
    {
        $CredsCredential = $Credential
    }

    $OrganizationName = $CredsCredential.UserName.Split('@')[1]

    Import-DscResource -ModuleName 'Microsoft365DSC' -ModuleVersion '1.26.311.1'

    Node localhost
    {
        TeamsEventsPolicy "TeamsEventsPolicy-Global"
        {
            AllowWebinars        = "Enabled";
            Credential           = $Credscredential;
            Ensure               = "Present";
            Identity             = "Global";
        }

        TeamsFederationConfiguration "TeamsFederationConfiguration"
        {
            AllowedDomains                              = @("fabrikam.com","litwareinc.com");
            AllowedTrialTenantDomains                   = @();
            AllowFederatedUsers                         = $True;
            AllowTeamsConsumer                          = $False;
            AllowTeamsConsumerInbound                   = $False;
            BlockAllSubdomains                          = $False;
            BlockedDomains                              = @();
            Credential                                  = $Credscredential;
            DomainBlockingForMDOAdminsInTeams           = "Disabled";
            ExternalAccessWithTrialTenants              = "Blocked";
            IsSingleInstance                            = "Yes";
            RestrictTeamsConsumerToExternalUserProfiles = $False;
            SharedSipAddressSpace                       = $True;
            TreatDiscoveredPartnersAsUnverified         = $False;
        }

        TeamsFeedbackPolicy "TeamsFeedbackPolicy-Global"
        {
            AllowEmailCollection = $False;
            Credential           = $Credscredential;
            Ensure               = "Present";
            Identity             = "Global";
        }
    }
}

M365TenantConfig -ConfigurationData .\ConfigurationData.psd1 -Credential $Credential
