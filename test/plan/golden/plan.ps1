#requires -Version 3.0
# Federation plan of contoso.lync.yaml: 7 to add, 2 to change, 2 to remove.
# Made without a look at the server: it can be run again, and leaves alone what is there already.
# Run it in the Management Shell, first with -WhatIf. It stops at the first command that fails.
[CmdletBinding(SupportsShouldProcess)] param()

$ErrorActionPreference = 'Stop'

# ==== What closes, from the outside in ====

# 1/14: change CsAccessEdgeConfiguration global (contoso.lync.yaml:10)
# `EnablePartnerDiscovery` is to be `false`. `UseDnsSrvRouting` is to be `true`.
Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $false -WhatIf:$WhatIfPreference

# 2/14: remove CsPublicProvider Messenger (contoso.lync.yaml:32)
# Where the server came with it, it holds the proxy of `Skype`.
if (Get-CsPublicProvider -Identity Messenger -ErrorAction SilentlyContinue) {
    Remove-CsPublicProvider -Identity Messenger -WhatIf:$WhatIfPreference
}

# 3/14: remove CsPublicProvider MSN (contoso.lync.yaml:32)
# Where the server came with it, it holds the proxy of `Skype`.
if (Get-CsPublicProvider -Identity MSN -ErrorAction SilentlyContinue) {
    Remove-CsPublicProvider -Identity MSN -WhatIf:$WhatIfPreference
}

# 4/14: add CsBlockedDomain spam.example (contoso.lync.yaml:26)
# It stands in `domains.blocked`.
if (-not (Get-CsBlockedDomain -Identity spam.example -ErrorAction SilentlyContinue)) {
    New-CsBlockedDomain -Identity spam.example -WhatIf:$WhatIfPreference
}

# 5/14: add CsBlockedDomain adatum.example (contoso.lync.yaml:27)
# It stands in `domains.blocked`.
if (-not (Get-CsBlockedDomain -Identity adatum.example -ErrorAction SilentlyContinue)) {
    New-CsBlockedDomain -Identity adatum.example -Comment 'Ticket 4711' -WhatIf:$WhatIfPreference
}
else {
    Set-CsBlockedDomain -Identity adatum.example -Comment 'Ticket 4711' -WhatIf:$WhatIfPreference
}

# ==== What neither opens nor closes ====

# 6/14: add CsSipDomain contoso.com (contoso.lync.yaml:19)
# It stands in `domains.sip`.
if (-not (Get-CsSipDomain -Identity contoso.com -ErrorAction SilentlyContinue)) {
    New-CsSipDomain -Identity contoso.com -IsDefault $true -WhatIf:$WhatIfPreference
}
else {
    Set-CsSipDomain -Identity contoso.com -IsDefault $true -WhatIf:$WhatIfPreference
}

# 7/14: change CsTopology global (contoso.lync.yaml:19)
# A change of the SIP domains reaches the servers only when the topology is enabled.
Enable-CsTopology -WhatIf:$WhatIfPreference

# 8/14: add CsExternalAccessPolicy Guests (contoso.lync.yaml:45)
# It stands in `policies.externalAccess`.
if (-not (Get-CsExternalAccessPolicy -Identity Guests -ErrorAction SilentlyContinue)) {
    New-CsExternalAccessPolicy -Identity Guests -EnableFederationAccess $false -EnableOutsideAccess $true -WhatIf:$WhatIfPreference
}
else {
    Set-CsExternalAccessPolicy -Identity Guests -EnableFederationAccess $false -EnableOutsideAccess $true -WhatIf:$WhatIfPreference
}

# 9/14: change CsExternalAccessPolicy Guests (contoso.lync.yaml:45)
# The spec grants it to `kim@contoso.com`.
Grant-CsExternalAccessPolicy -Identity 'kim@contoso.com' -PolicyName Guests -WhatIf:$WhatIfPreference

# ==== What opens, from the inside out ====

# 10/14: change CsExternalAccessPolicy global (contoso.lync.yaml:43)
# `EnableFederationAccess` is to be `true`. `EnablePublicCloudAccess` is to be `true`.
Set-CsExternalAccessPolicy -Identity global -EnableFederationAccess $true -EnablePublicCloudAccess $true -WhatIf:$WhatIfPreference

# 11/14: add CsAllowedDomain fabrikam.com (contoso.lync.yaml:22)
# It stands in `domains.allowed`.
if (-not (Get-CsAllowedDomain -Identity fabrikam.com -ErrorAction SilentlyContinue)) {
    New-CsAllowedDomain -Identity fabrikam.com -WhatIf:$WhatIfPreference
}

# 12/14: add CsAllowedDomain litwareinc.com (contoso.lync.yaml:23)
# It stands in `domains.allowed`.
if (-not (Get-CsAllowedDomain -Identity litwareinc.com -ErrorAction SilentlyContinue)) {
    New-CsAllowedDomain -Identity litwareinc.com -Comment 'O''Neil''s team' -WhatIf:$WhatIfPreference
}
else {
    Set-CsAllowedDomain -Identity litwareinc.com -Comment 'O''Neil''s team' -WhatIf:$WhatIfPreference
}

# 13/14: add CsPublicProvider Skype (contoso.lync.yaml:32)
# It stands in `providers.public`.
if (-not (Get-CsPublicProvider -Identity Skype -ErrorAction SilentlyContinue)) {
    New-CsPublicProvider -Identity Skype -ProxyFqdn federation.messenger.msn.com -Enabled $true -VerificationLevel UseSourceVerification -IconUrl 'https://images.edge.messenger.live.com/Messenger_16x16.png' -NameDecorationRoutingDomain msn.com -NameDecorationExcludedDomainList 'msn.com,outlook.com,live.com,hotmail.com' -WhatIf:$WhatIfPreference
}
else {
    Set-CsPublicProvider -Identity Skype -Enabled $true -VerificationLevel UseSourceVerification -WhatIf:$WhatIfPreference
}

# 14/14: change CsAccessEdgeConfiguration global (contoso.lync.yaml:8)
# `AllowFederatedUsers` is to be `true`.
Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true -WhatIf:$WhatIfPreference
