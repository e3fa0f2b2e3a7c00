#requires -Modules SkypeForBusiness
<#
  Partners of Contoso, kept by the network team.
#>
Import-Module SkypeForBusiness

# Purchasing, ticket 4711
New-CsAllowedDomain -Identity fabrikam.com -Comment "Supplier portal"
New-CsAllowedDomain "litwareinc.com" -Proxy sip.litwareinc.com `
  -Comment 'Kim''s contact'
New-CsBlockedDomain -Domain spam.example
New-CsBlockedDomain -Domain regretted.example

$more = 'a.example', 'b.example'
$more | ForEach-Object { New-CsAllowedDomain -Identity $_ }
Get-CsAllowedDomain | Where-Object { $_.Comment } | Remove-CsAllowedDomain
New-CsAllowedDomain -Identity wishes.example -WhatIf
