import { say } from '../text/message.ts';
import type { Template } from './template.ts';

export const cloudTenant: Template = {
  name: 'cloud-tenant',
  title: say`Cloud tenant only`,
  summary: say`Microsoft 365 without servers: the tenant, its policy and its federation record`,
  text: `lyncFederation: 1
organization: { name: Contoso }

tenant:
  sipDomains: [contoso.com]
  allowFederatedUsers: true
  blockedDomains: [spam.example]

policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }

dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sipfed.online.lync.com }
`,
};
