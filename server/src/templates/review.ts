import { say } from '../text/message.ts';
import type { Template } from './template.ts';

export const review: Template = {
  name: 'review',
  title: say`Review of an old deployment`,
  summary: say`Lync Server with the messengers of its time, to see what has ended`,
  text: `# What the old servers have goes into the place of what stands here.
lyncFederation: 1
server: { product: lync-2013, cumulativeUpdate: 5 }
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

providers:
  public:
    - { identity: Messenger, enabled: true }
    - { identity: AOL, enabled: true }
    - { identity: Yahoo!, enabled: true }

policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }

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
    enhancedKeyUsage: [server, client]
    issuer: public

licensing:
  standardCal: true
`,
};
