# Für Müller
New-CsAllowedDomain -Idenity litwareinc.com
