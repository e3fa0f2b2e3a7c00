#requires -Version 3.0
# Federation plan of contoso.lync.yaml: 3 to add, 5 to change, 4 to remove.
# Compared with what the server held at 2015-03-09T10:12:44Z.
# Run it in the Management Shell, first with -WhatIf. It stops at the first command that fails.
[CmdletBinding(SupportsShouldProcess)] param()

$ErrorActionPreference = 'Stop'

# ==== What closes, from the outside in ====

# 1/13: change CsAccessEdgeConfiguration global (contoso.lync.yaml:10)
# `EnablePartnerDiscovery` is `true` and is to be `false`.
Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $false -WhatIf:$WhatIfPreference

# 2/13: change CsPublicProvider AOL (contoso.lync.yaml:31)
# It is on the server, and not in `providers.public`. It came with the server, so it stays and is switched off.
Set-CsPublicProvider -Identity AOL -Enabled $false -WhatIf:$WhatIfPreference

# 3/13: remove CsPublicProvider MSN (contoso.lync.yaml:31)
# It is on the server, and not in `providers.public`.
Remove-CsPublicProvider -Identity MSN -WhatIf:$WhatIfPreference

# 4/13: remove CsAllowedDomain adatum.example (contoso.lync.yaml:21)
# It is on the server, and not in `domains.allowed`.
Remove-CsAllowedDomain -Identity adatum.example -WhatIf:$WhatIfPreference

# 5/13: add CsBlockedDomain adatum.example (contoso.lync.yaml:27)
# It stands in `domains.blocked`, and not on the server.
New-CsBlockedDomain -Identity adatum.example -Comment 'Ticket 4711' -WhatIf:$WhatIfPreference

# ==== What neither opens nor closes ====

# 6/13: change CsAllowedDomain litwareinc.com (contoso.lync.yaml:24)
# `Comment` is `old` and is to be `O'Neil's team`.
Set-CsAllowedDomain -Identity litwareinc.com -Comment 'O''Neil''s team' -WhatIf:$WhatIfPreference

# 7/13: replace CsAllowedDomain fabrikam.com (contoso.lync.yaml:22)
# `ProxyFqdn` is `edge.fabrikam.com` and is to be empty. Only a new object takes `ProxyFqdn`.
Remove-CsAllowedDomain -Identity fabrikam.com -WhatIf:$WhatIfPreference
New-CsAllowedDomain -Identity fabrikam.com -WhatIf:$WhatIfPreference

# 8/13: add CsExternalAccessPolicy Guests (contoso.lync.yaml:45)
# It stands in `policies.externalAccess`, and not on the server.
New-CsExternalAccessPolicy -Identity Guests -EnableFederationAccess $false -EnableOutsideAccess $true -WhatIf:$WhatIfPreference

# 9/13: change CsExternalAccessPolicy Guests (contoso.lync.yaml:45)
# The spec grants it to `kim@contoso.com`.
Grant-CsExternalAccessPolicy -Identity 'kim@contoso.com' -PolicyName Guests -WhatIf:$WhatIfPreference

# 10/13: remove CsExternalAccessPolicy Sales (contoso.lync.yaml:41)
# It is on the server, and not in `policies.externalAccess`.
Remove-CsExternalAccessPolicy -Identity Sales -WhatIf:$WhatIfPreference

# ==== What opens, from the inside out ====

# 11/13: change CsExternalAccessPolicy global (contoso.lync.yaml:44)
# `EnablePublicCloudAccess` is `false` and is to be `true`.
Set-CsExternalAccessPolicy -Identity global -EnablePublicCloudAccess $true -WhatIf:$WhatIfPreference

# 12/13: remove CsBlockedDomain old.example (contoso.lync.yaml:25)
# It is on the server, and not in `domains.blocked`.
Remove-CsBlockedDomain -Identity old.example -WhatIf:$WhatIfPreference

# 13/13: add CsPublicProvider Skype (contoso.lync.yaml:32)
# It stands in `providers.public`, and not on the server.
New-CsPublicProvider -Identity Skype -ProxyFqdn federation.messenger.msn.com -Enabled $true -VerificationLevel UseSourceVerification -IconUrl 'https://images.edge.messenger.live.com/Messenger_16x16.png' -NameDecorationRoutingDomain msn.com -NameDecorationExcludedDomainList 'msn.com,outlook.com,live.com,hotmail.com' -WhatIf:$WhatIfPreference
