Configuration Tenant
{
    Node localhost
    {
        TeamsFederationConfiguration "Federation"
        {
            Identity            = "Global"
            AllowedDomains      = @("litwareinc.com")
            AllowFederatedUsers = $true
        }
        TeamsFederationConfiguration "Consumers"
        {
            Identity                  = "Global"
            AllowTeamsConsumer        = $false
            AllowTeamsConsumerInbound = $false
        }
    }
}
