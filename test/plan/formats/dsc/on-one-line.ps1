Configuration Tenant { Node localhost { TeamsFederationConfiguration 'Federation' { IsSingleInstance = 'Yes'; AllowFederatedUsers = $true; AllowedDomains = @('litwareinc.com') } } }
