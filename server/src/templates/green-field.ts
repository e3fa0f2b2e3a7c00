import { say } from '../text/message.ts';
import type { Template } from './template.ts';

export const greenField: Template = {
  name: 'green-field',
  title: say`Green field`,
  summary: say`New servers: a SIP domain, an Edge Server, a partner, and what they need`,
  text: `lyncFederation: 1
server: { product: sfb-se }
organization: { name: Contoso }

edge:
  configuration: { allowFederatedUsers: true, useDnsSrvRouting: true, enablePartnerDiscovery: true }
  pools:
    - fqdn: edge01.corp.contoso.com
      accessEdgeFqdn: sip.contoso.com
      federation: true
      certificate: access-edge

domains:
  sip:
    - { identity: contoso.com, isDefault: true }
  allowed:
    - { domain: fabrikam.com, comment: Agreed with Fabrikam }

policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enableOutsideAccess: true }

dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
    - { name: _sip._tls.contoso.com, port: 443, target: sip.contoso.com }
  hosts:
    - { name: sip.contoso.com, addresses: [203.0.113.10] }

certificates:
  - name: access-edge
    subject: sip.contoso.com
    subjectAlternativeNames: [sip.contoso.com, webcon.contoso.com]
    enhancedKeyUsage: [server]
    issuer: public

cmdlets:
  - Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true -UseDnsSrvRouting -EnablePartnerDiscovery $true
  - New-CsAllowedDomain -Identity fabrikam.com -Comment "Agreed with Fabrikam"
  - Set-CsExternalAccessPolicy -Identity global -EnableFederationAccess $true -EnableOutsideAccess $true
`,
};
