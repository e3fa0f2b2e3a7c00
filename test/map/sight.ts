import { type Analysis, analyze } from '../../server/src/analyze.ts';
import { type DrawnStanding, standingOf } from '../../server/src/map/drawn.ts';
import { type Sight, sightOf, type Wanted } from '../../server/src/map/scene.ts';

/** A spec as it stands on a day. */
export function judged(text: string, day?: string): Analysis {
  return analyze(text, { asOf: '2026-12-01', ...(day && { judgedAs: day }) });
}

/** Its map. */
export function seen(text: string, { day, ...wanted }: Partial<Wanted> & { readonly day?: string } = {}): Sight {
  return sightOf(judged(text, day), { bundle: {}, ...wanted });
}

/** How what is drawn under an id stands. */
export function standing({ scene: { drawn, standings } }: Sight, id: string): DrawnStanding {
  const found = [...drawn.stations, ...drawn.roads].find((one) => one.id === id);
  if (found === undefined) throw new Error(`nothing is drawn as ${id}`);
  return standingOf(found, standings);
}

/** The roads, as `from > to`, and what is written on them. */
export function roads({ scene: { drawn } }: Sight): readonly string[] {
  return drawn.roads.map(({ id, label }) => (label === undefined ? id : `${id}: ${written(label)}`));
}

function written({ template, values }: { readonly template: string; readonly values: readonly unknown[] }): string {
  return template.replace(/\{(\d+)\}/g, (_, i) => String(values[Number(i)]));
}

export const CONTOSO = `lyncFederation: 1
server: { product: lync-2013, cumulativeUpdate: 5 }
organization: { name: Contoso }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
  pools:
    - fqdn: edge01.corp.contoso.com
      accessEdgeFqdn: sip.contoso.com
      federation: true
      certificate: access-edge
domains:
  sip: [contoso.com]
  allowed:
    - fabrikam.com
    - { domain: litwareinc.com, proxyFqdn: sip.litwareinc.com }
    - { domain: adatum.com, partner: { hosted: true } }
  blocked: [spam.example]
providers:
  public:
    - { identity: AOL, enabled: true }
  hosting:
    - { identity: Office365, proxyFqdn: sipfed.online.lync.com, enabled: true }
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
  hosts:
    - { name: sip.contoso.com, addresses: [203.0.113.10] }
certificates:
  - { name: access-edge, subject: sip.contoso.com, subjectAlternativeNames: [sip.contoso.com], enhancedKeyUsage: [server, client], issuer: public, notAfter: 2015-01-01 }
`;

/** The same with so many partners more. */
export function withPartners(count: number): string {
  const entries = Array.from({ length: count }, (_, i) => `    - p${i}.example\n`);
  return CONTOSO.replace('    - fabrikam.com\n', `    - fabrikam.com\n${entries.join('')}`);
}
