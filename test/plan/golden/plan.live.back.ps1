#requires -Version 3.0
# Takes back the federation plan of contoso.lync.yaml, last step first.
# Compared with what the server held at 2015-03-09T10:12:44Z.
# Run it in the Management Shell, first with -WhatIf. It stops at the first command that fails.
[CmdletBinding(SupportsShouldProcess)] param()

$ErrorActionPreference = 'Stop'

# add CsPublicProvider Skype (contoso.lync.yaml:32)
Remove-CsPublicProvider -Identity Skype -WhatIf:$WhatIfPreference

# remove CsBlockedDomain old.example (contoso.lync.yaml:25)
New-CsBlockedDomain -Identity old.example -Comment 'no longer' -WhatIf:$WhatIfPreference

# change CsExternalAccessPolicy global (contoso.lync.yaml:44)
Set-CsExternalAccessPolicy -Identity global -EnablePublicCloudAccess $false -WhatIf:$WhatIfPreference

# remove CsExternalAccessPolicy Sales (contoso.lync.yaml:41)
New-CsExternalAccessPolicy -Identity Sales -Description 'Field staff' -EnableFederationAccess $true -WhatIf:$WhatIfPreference

# change CsExternalAccessPolicy Guests (contoso.lync.yaml:45)
Grant-CsExternalAccessPolicy -Identity 'kim@contoso.com' -PolicyName Sales -WhatIf:$WhatIfPreference

# add CsExternalAccessPolicy Guests (contoso.lync.yaml:45)
Remove-CsExternalAccessPolicy -Identity Guests -WhatIf:$WhatIfPreference

# replace CsAllowedDomain fabrikam.com (contoso.lync.yaml:22)
Remove-CsAllowedDomain -Identity fabrikam.com -WhatIf:$WhatIfPreference
New-CsAllowedDomain -Identity fabrikam.com -ProxyFqdn edge.fabrikam.com -WhatIf:$WhatIfPreference

# change CsAllowedDomain litwareinc.com (contoso.lync.yaml:24)
Set-CsAllowedDomain -Identity litwareinc.com -Comment old -WhatIf:$WhatIfPreference

# add CsBlockedDomain adatum.example (contoso.lync.yaml:27)
Remove-CsBlockedDomain -Identity adatum.example -WhatIf:$WhatIfPreference

# remove CsAllowedDomain adatum.example (contoso.lync.yaml:21)
New-CsAllowedDomain -Identity adatum.example -WhatIf:$WhatIfPreference

# remove CsPublicProvider MSN (contoso.lync.yaml:31)
New-CsPublicProvider -Identity MSN -ProxyFqdn federation.messenger.msn.com -VerificationLevel UseSourceVerification -Enabled $true -WhatIf:$WhatIfPreference

# change CsPublicProvider AOL (contoso.lync.yaml:31)
Set-CsPublicProvider -Identity AOL -Enabled $true -WhatIf:$WhatIfPreference

# change CsAccessEdgeConfiguration global (contoso.lync.yaml:10)
Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $true -WhatIf:$WhatIfPreference
