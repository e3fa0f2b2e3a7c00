# Every cmdlet of the catalog, called in each of the ways in which the reference calls it, with names of our own.

# Access Edge
Get-CsAccessEdgeConfiguration
Set-CsAccessEdgeConfiguration -Identity global -AllowFederatedUsers $true
Set-CsAccessEdgeConfiguration -AllowOutsideUsers $True -VerificationLevel 'AlwaysUnverifiable'
Set-CsAccessEdgeConfiguration -UseDefaultRouting -DefaultRouteFqdn 'edge01.contoso.com'
Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $False
Set-CsEdgeServer -Identity 'EdgeServer:edge01.contoso.com' -AccessEdgeExternalSipPort 5062
Get-CsService -EdgeServer | Where-Object { $_.SiteId -eq 'site:Oslo' } | ForEach-Object { Set-CsEdgeServer -Identity $_.Identity -DataPsomClientPort 444 }

# Domains
Get-CsAllowedDomain
Get-CsAllowedDomain -Identity fabrikam.com
Get-CsAllowedDomain -Filter *.org
New-CsAllowedDomain -Identity 'fabrikam.com'
New-CsAllowedDomain -Identity 'fabrikam.com' -ProxyFqdn 'edge.fabrikam.com' -MarkForMonitoring $True -Comment 'Ask: Ada (ada@fabrikam.com)'
New-CsAllowedDomain -Domain fabrikam.com
$domain = New-CsAllowedDomain -Identity fabrikam.com -InMemory
$domain.Comment = 'Ask Ada.'
Set-CsAllowedDomain -Instance $domain
Set-CsAllowedDomain -Identity fabrikam.com -Comment "Ask Ada."
Get-CsAllowedDomain -Filter *rika* | Set-CsAllowedDomain -Comment "Ask Ada."
Get-CsAllowedDomain | Where-Object {$_.Comment -eq $Null} | Set-CsAllowedDomain -Comment "Whom to ask?"
Remove-CsAllowedDomain -Identity fabrikam.com
Get-CsAllowedDomain -Filter *rika* | Remove-CsAllowedDomain
Get-CsBlockedDomain | Where-Object {$_.Comment -match "Ada"}
New-CsBlockedDomain -Identity "spam.example" -Comment "Ada said so."
Get-CsBlockedDomain | Set-CsBlockedDomain -Comment "Ada said so."
Remove-CsBlockedDomain -Identity "spam.example"
Get-CsBlockedDomain | Remove-CsBlockedDomain
Get-CsSipDomain -Filter *.com
New-CsSipDomain -Identity contoso.net -IsDefault $True
Set-CsSipDomain -Identity contoso.net -IsDefault $True
Remove-CsSipDomain -Identity contoso.org -Force

# Providers
Get-CsHostingProvider | Select-Object *
New-CsHostingProvider -Identity Fabrikam.com -ProxyFqdn "proxy.fabrikam.com" -Enabled $True
New-CsHostingProvider -Identity Fabrikam.com -ProxyFqdn "proxy.fabrikam.com" -Enabled $True -HostsOCSUsers $True -EnabledSharedAddressSpace $True
Set-CsHostingProvider -Identity "Fabrikam.com" -VerificationLevel "UseSourceVerification"
Get-CsHostingProvider | Where-Object {$_.HostsOCSUsers -eq $True -and $_.Enabled} | Set-CsHostingProvider -HostsOCSUsers $False
Disable-CsHostingProvider -Identity "Fabrikam.com"
Get-CsHostingProvider | Enable-CsHostingProvider
Get-CsHostingProvider | Where-Object {$_.Enabled -eq $False} | Remove-CsHostingProvider
Get-CsPublicProvider
New-CsPublicProvider -Identity "Tailspin" -ProxyFqdn "proxy.tailspintoys.com" -Enabled $True
$provider = New-CsPublicProvider -Identity "Tailspin" -ProxyFqdn "proxy.tailspintoys.com" -Enabled $True -InMemory
Set-CsPublicProvider -Instance $provider
Get-CsPublicProvider | Set-CsPublicProvider -VerificationLevel "AlwaysVerifiable"
Get-CsPublicProvider | Disable-CsPublicProvider
Enable-CsPublicProvider -Identity "Tailspin"
Remove-CsPublicProvider -Identity "Tailspin"

# XMPP
Get-CsXmppAllowedPartner -Filter "*.org"
New-CsXmppAllowedPartner -Identity "jabber.example" -PartnerType "PublicVerified"
New-CsXmppAllowedPartner -Identity "jabber.example" -AdditionalDomains "chat.jabber.example"
Set-CsXmppAllowedPartner -Identity "jabber.example" -AdditionalDomains @{Add="chat.jabber.example","im.jabber.example"}
Set-CsXmppAllowedPartner -Identity "jabber.example" -AdditionalDomains $Null
Get-CsXmppAllowedPartner | Set-CsXmppAllowedPartner -SaslNegotiation "Optional"
Remove-CsXmppAllowedPartner -Identity "jabber.example"
Get-CsXmppGatewayConfiguration
Set-CsXmppGatewayConfiguration -Identity "global" -ConnectionLimit 900

# Policies
Get-CsExternalAccessPolicy -Identity "tag:Sales"
Get-CsExternalAccessPolicy -ApplicableTo "ada@contoso.com"
New-CsExternalAccessPolicy -Identity site:Oslo -EnableFederationAccess $True -EnableOutsideAccess $True
New-CsExternalAccessPolicy -Identity Sales -EnableAcsFederationAccess $true
Set-CsExternalAccessPolicy -Identity Global -EnableTeamsConsumerAccess $false
New-CsExternalAccessPolicy -Identity Sales -CommunicationWithExternalOrgs "AllowSpecificExternalDomains" -AllowedExternalDomains @("fabrikam.com", "tailspintoys.com")
Get-CsExternalAccessPolicy -Filter tag:* | Set-CsExternalAccessPolicy -EnableFederationAccess $True
Grant-CsExternalAccessPolicy -Identity "Ada Berg" -PolicyName Sales
Get-CsUser -LdapFilter "l=Oslo" | Grant-CsExternalAccessPolicy -PolicyName Sales
Get-CsUser -Filter {ExternalAccessPolicy -eq $Null} | Grant-CsExternalAccessPolicy -PolicyName Sales
Get-CsUser | Grant-CsExternalAccessPolicy -PolicyName $Null
Get-CsExternalAccessPolicy -Filter site:* | Remove-CsExternalAccessPolicy
Get-CsMobilityPolicy -Filter "tag:*"
New-CsMobilityPolicy -Identity site:Oslo -EnableOutsideVoice $False
Set-CsMobilityPolicy -Identity "site:Oslo" -EnableOutsideVoice $False
Get-CsUser -Filter {RegistrarPool -eq "pool01.contoso.com"} | Grant-CsMobilityPolicy -PolicyName "Sales"
Get-CsMobilityPolicy | Where-Object {$_.EnableOutsideVoice -eq $False} | Remove-CsMobilityPolicy
Get-CsExternalUserCommunicationPolicy
New-CsExternalUserCommunicationPolicy -Identity NoFiles -EnableP2PFileTransfer $False
Set-CsExternalUserCommunicationPolicy -Identity NoFiles -EnableP2PFileTransfer $False
Grant-CsExternalUserCommunicationPolicy -Identity "Ada Berg" -PolicyName NoFiles
Remove-CsExternalUserCommunicationPolicy -Identity NoFiles
Set-CsTenantFederationConfiguration -AllowPublicUsers $false

# The tenant
Get-CsTenantFederationConfiguration | Select-Object -ExpandProperty AllowedDomains
$open = New-CsEdgeAllowAllKnownDomains
Set-CsTenantFederationConfiguration -AllowedDomains $open
Set-CsTenantFederationConfiguration -AllowedDomains $Null
$x = New-CsEdgeDomainPattern -Domain "fabrikam.com"
$none = New-CsEdgeDomainPattern -Domain ""
$list = New-CsEdgeAllowList -AllowedDomain $x
$empty = New-CsEdgeAllowList -AllowedDomain $Null
Set-CsTenantFederationConfiguration -AllowedDomains $list
Set-CsTenantFederationConfiguration -AllowedDomainsAsAList @{Add=$names}
Set-CsTenantFederationConfiguration -BlockedDomains @{Replace=$x}
Set-CsTenantFederationConfiguration -BlockedDomains $Null
Set-CsTenantFederationConfiguration -BlockAllSubdomains $True
Set-CsTenantFederationConfiguration -AllowedTrialTenantDomains @("fabrikam.com", "tailspintoys.com")
Set-CsTenantFederationConfiguration -AllowedTrialTenantDomains @()
Set-CsTenantFederationConfiguration -ExternalAccessWithTrialTenants "Allowed"
Set-CsTenantFederationConfiguration -SecurityTeamAllowBlockListDelegation "Enabled"
Set-CsTenantFederationConfiguration -DomainBlockingForMDOAdminsInTeams "Enabled"
Set-CsTenantFederationConfiguration -CustomizeFederation $true
Set-CsTenantFederationConfiguration -Tenant "38aad667-af54-4397-aaa7-e94c79ec2308" -Identity "global" -AllowTeamsConsumer $True
Disable-CsOnlineSipDomain -Domain fabrikam.com
Enable-CsOnlineSipDomain -Domain fabrikam.com
Get-CsOnlineSipDomain -DomainStatus Disabled

# Mobile devices
Get-CsMcxConfiguration -Identity "service:WebServer:pool01.contoso.com"
New-CsMcxConfiguration -Identity "site:Oslo" -ExposedWebURL Internal -SessionShortExpirationInterval 7200
Get-CsService -WebServer | ForEach-Object {New-CsMcxConfiguration -Identity $_.Identity -ExposedWebURL Internal}
Get-CsMcxConfiguration | Where-Object {$_.SessionShortExpirationInterval -gt 3600} | Set-CsMcxConfiguration -SessionShortExpirationInterval 3600
Get-CsMcxConfiguration -Filter "site:*" | Remove-CsMcxConfiguration
Get-CsPushNotificationConfiguration -Identity "site:Oslo"
New-CsPushNotificationConfiguration -Identity "site:Oslo" -EnableApplePushNotificationService $True -EnableMicrosoftPushNotificationService -$True
Get-CsSite | ForEach-Object {New-CsPushNotificationConfiguration -Identity $_.Identity}
Set-CsPushNotificationConfiguration -Identity "site:Oslo" -EnableApplePushNotificationService $False
Remove-CsPushNotificationConfiguration -Identity "site:Oslo"
Test-CsMcxPushNotification -AccessEdgeFqdn "edge01.contoso.com"

# Certificates
Get-CsCertificate -Type Internal,External,Default
Get-CsCertificate | Where-Object {$_.NotAfter -lt "9/1/2018"}
Request-CsCertificate -New -Type WebServicesExternal -CA "ca01.contoso.com\contosoca"
Request-CsCertificate -List
Request-CsCertificate -Clear -RequestID 17
Request-CsCertificate -New -Type WebServicesExternal -Output C:\Certificates\External.cer
Request-CsCertificate -New -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -ComputerFqdn "edge01" -Template web -PrivateKeyExportable $True -DomainName "edge01.contoso.com, sip.contoso.com,edge01"
Import-CsCertificate -Path "C:\Certificates\External.pfx" -PrivateKeyExportable $True
Set-CsCertificate -Type Default, WebServicesInternal -Thumbprint "0123456789ABCDEF0123456789ABCDEF01234567"
Remove-CsCertificate -Type WebServicesExternal -Force

# Topology, services and tests
Get-CsPool -Site "Oslo"
Get-CsPool | Select-Object -ExpandProperty Computers
Get-CsService | Where-Object {$_.DependentServiceList -like "*Registrar*"}
(Get-CsTopology -AsXml).ToString() > C:\Topology\Current.xml
Publish-CsTopology -FileName "C:\Topology\Current.xml"
Enable-CsTopology
Enable-CsComputer -Verbose
Invoke-CsManagementStoreReplication -ReplicaFqdn pool01.contoso.com
Get-CsManagementStoreReplicationStatus | Where-Object {$_.UpToDate -eq $False}
Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus
Test-CsFederatedPartner -TargetFqdn edge01.contoso.com -Domain fabrikam.com -ProxyFqdn sip.fabrikam.com
Get-CsAllowedDomain | ForEach-Object {Test-CsFederatedPartner -TargetFqdn edge01.contoso.com -Domain $_.Identity}
$credential = Get-Credential "contoso\ada"
Test-CsXmppIM -TargetFqdn "pool01.contoso.com" -Receiver "bo@jabber.example" -UserSipAddress "sip:ada@contoso.com" -UserCredential $credential
