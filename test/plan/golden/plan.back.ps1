#requires -Version 3.0
# Takes back the federation plan of contoso.lync.yaml, last step first.
# Nobody looked at the server before the plan: this removes also what was there already. Plan with a capture to know better.
# Run it in the Management Shell, first with -WhatIf. It stops at the first command that fails.
[CmdletBinding(SupportsShouldProcess)] param()

$ErrorActionPreference = 'Stop'

# change CsAccessEdgeConfiguration global (contoso.lync.yaml:8)
Set-CsAccessEdgeConfiguration -AllowFederatedUsers $false -WhatIf:$WhatIfPreference

# add CsPublicProvider Skype (contoso.lync.yaml:32)
if (Get-CsPublicProvider -Identity Skype -ErrorAction SilentlyContinue) {
    Remove-CsPublicProvider -Identity Skype -WhatIf:$WhatIfPreference
}

# add CsAllowedDomain litwareinc.com (contoso.lync.yaml:23)
if (Get-CsAllowedDomain -Identity litwareinc.com -ErrorAction SilentlyContinue) {
    Remove-CsAllowedDomain -Identity litwareinc.com -WhatIf:$WhatIfPreference
}

# add CsAllowedDomain fabrikam.com (contoso.lync.yaml:22)
if (Get-CsAllowedDomain -Identity fabrikam.com -ErrorAction SilentlyContinue) {
    Remove-CsAllowedDomain -Identity fabrikam.com -WhatIf:$WhatIfPreference
}

# change CsExternalAccessPolicy global (contoso.lync.yaml:43)
Set-CsExternalAccessPolicy -Identity global -EnablePublicCloudAccess $false -WhatIf:$WhatIfPreference

# change CsExternalAccessPolicy Guests (contoso.lync.yaml:45)
Grant-CsExternalAccessPolicy -Identity 'kim@contoso.com' -PolicyName $null -WhatIf:$WhatIfPreference

# add CsExternalAccessPolicy Guests (contoso.lync.yaml:45)
if (Get-CsExternalAccessPolicy -Identity Guests -ErrorAction SilentlyContinue) {
    Remove-CsExternalAccessPolicy -Identity Guests -WhatIf:$WhatIfPreference
}

# add CsSipDomain contoso.com (contoso.lync.yaml:19)
if (Get-CsSipDomain -Identity contoso.com -ErrorAction SilentlyContinue) {
    Remove-CsSipDomain -Identity contoso.com -WhatIf:$WhatIfPreference
}

# change CsTopology global (contoso.lync.yaml:19)
Enable-CsTopology -WhatIf:$WhatIfPreference

# add CsBlockedDomain adatum.example (contoso.lync.yaml:27)
if (Get-CsBlockedDomain -Identity adatum.example -ErrorAction SilentlyContinue) {
    Remove-CsBlockedDomain -Identity adatum.example -WhatIf:$WhatIfPreference
}

# add CsBlockedDomain spam.example (contoso.lync.yaml:26)
if (Get-CsBlockedDomain -Identity spam.example -ErrorAction SilentlyContinue) {
    Remove-CsBlockedDomain -Identity spam.example -WhatIf:$WhatIfPreference
}

# remove CsPublicProvider MSN (contoso.lync.yaml:32)
# Nothing is known to go back to.

# remove CsPublicProvider Messenger (contoso.lync.yaml:32)
# Nothing is known to go back to.

# change CsAccessEdgeConfiguration global (contoso.lync.yaml:10)
Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $false -WhatIf:$WhatIfPreference
