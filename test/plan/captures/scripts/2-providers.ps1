New-CsPublicProvider -Identity Skype -ProxyFqdn federation.messenger.msn.com -Enabled 1 -NameDecorationExcludedDomainList "msn.com,outlook.com"
Set-CsPublicProvider -Identity skype -VerificationLevel UseSourceVerification -IconUrl "https://images.edge.messenger.live.com/Messenger_16x16.png"
Enable-CsPublicProvider AOL
Remove-CsBlockedDomain -Identity regretted.example
Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true -UseDnsSrvRouting -EnablePartnerDiscovery $false # closed on purpose
New-CsExternalAccessPolicy -Identity Sales -EnableFederationAccess $true
Grant-CsExternalAccessPolicy -Identity "Ken Myer" -PolicyName Sales
Grant-CsExternalAccessPolicy -Identity "Pilar Ackerman" -PolicyName Sales
New-CsXmppAllowedPartner partner.example -AdditionalDomains a.partner.example,b.partner.example
Set-CsXmppAllowedPartner partner.example -AdditionalDomains @{Add="c.partner.example";Remove="a.partner.example"}
Set-CsMediaConfiguration -EncryptionLevel SupportEncryption
