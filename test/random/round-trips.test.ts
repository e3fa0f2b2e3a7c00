import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { declared } from '../../server/src/plan/declared.ts';
import { readFound } from '../../server/src/plan/import/read.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { plan } from '../../server/src/plan/plan.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { nodeAt } from '../../server/src/yaml/node-at.ts';
import { toData } from '../../server/src/yaml/tree.ts';
import { asClixml, asFormatList, asJson, type Capture } from '../plan/capture-forms.ts';
import { specTexts } from '../plan/spec-texts.ts';
import { runs } from '../runs.ts';

/** The spec of captures, all of which can be read. */
function imported(files: readonly Capture[]): ReturnType<typeof readSpec> {
  const { found, complaints } = readFound(files);
  expect(complaints).toEqual([]);
  const read = readSpec(importSpec(found).text);
  // Of a tenant that shows no list of its domains nobody can tell that it is open: that is left to be filled in.
  expect(read.faults.filter((fault) => fault.kind !== 'unknown-value' || fault.value !== '<allowed domains>')).toEqual(
    [],
  );
  return read;
}

describe('a capture made from a spec', () => {
  it.each([
    ['JSON', (state: ReturnType<typeof declared>) => [asJson(state)]],
    ['Format-List', (state: ReturnType<typeof declared>) => [asFormatList(state)]],
    ['CLIXML', asClixml],
  ])('is that spec again: %s', (_, captured) => {
    fc.assert(
      fc.property(specTexts(), (text) => {
        const wanted = declared(readSpec(text).spec, catalog);
        fc.pre(wanted.objects.length > 0);
        const again = declared(imported(captured(wanted)).spec, catalog);
        expect([plan(wanted, again).steps, plan(again, wanted).steps]).toEqual([[], []]);
      }),
      runs(30),
    );
  });
});

type Shown = Readonly<Record<string, unknown>>;
type Objects = Readonly<Record<string, readonly Shown[]>>;

const port = fc.integer({ min: 1, max: 65_535 }).filter((one) => one !== 5061);
const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);

/** Edge pools with what cmdlets and topology documents tell of them. */
const pools = fc
  .uniqueArray(
    fc.record(
      {
        fqdn: label,
        federation: fc.constant(true as const),
        xmpp: fc.constant(true as const),
        accessEdgeExternalSipPort: port,
        accessEdgeClientSipPort: port,
        computers: fc.uniqueArray(label, { minLength: 2, maxLength: 3 }),
      },
      { requiredKeys: ['fqdn'] },
    ),
    { selector: ({ fqdn }) => fqdn, maxLength: 3 },
  )
  .map((drawn) =>
    drawn.map(({ fqdn, computers, ...others }) => ({
      fqdn: `${fqdn}.corp.contoso.com`,
      accessEdgeFqdn: `sip-${fqdn}.contoso.com`,
      ...others,
      ...(computers && { computers: computers.map((one) => `${one}.corp.contoso.com`) }),
    })),
  );
type Pool = typeof pools extends fc.Arbitrary<readonly (infer P)[]> ? P : never;

const certificate = fc.record({
  subject: label.map((one) => `${one}.contoso.com`),
  subjectAlternativeNames: fc.uniqueArray(
    label.map((one) => `${one}.contoso.com`),
    { minLength: 1, maxLength: 3 },
  ),
  enhancedKeyUsage: fc.constantFrom(['server'], ['server', 'client']),
  signatureAlgorithm: fc.constantFrom('sha1', 'sha256', 'sha384', 'sha512'),
  notAfter: fc
    .integer({ min: 0, max: 5000 })
    .map((day) => new Date(Date.UTC(2015, 0, 1 + day)).toISOString().slice(0, 10)),
});

const USAGES: Readonly<Record<string, string>> = { server: '1.3.6.1.5.5.7.3.1', client: '1.3.6.1.5.5.7.3.2' };

/** Pools and the certificate of the Access Edge, as cmdlets show them. */
function shown(edges: readonly Pool[], one: typeof certificate extends fc.Arbitrary<infer C> ? C : never): Objects {
  const route = ({ fqdn, federation, xmpp }: Pool, i: number) => ({
    Identity: `Site:${i}`,
    ...(federation && { FederationRoute: `EdgeServer:${fqdn}` }),
    ...(xmpp && { XmppFederationRoute: `EdgeServer:${fqdn}` }),
  });
  return {
    CsService: edges.map((pool) => ({
      Identity: `EdgeServer:${pool.fqdn}`,
      PoolFqdn: pool.fqdn,
      AccessEdgeExternalFqdn: pool.accessEdgeFqdn,
      AccessEdgeExternalSipPort: pool.accessEdgeExternalSipPort ?? 5061,
      ...(pool.accessEdgeClientSipPort && { AccessEdgeClientSipPort: pool.accessEdgeClientSipPort }),
    })),
    CsPool: edges.map(({ fqdn, computers = [fqdn] }) => ({ Identity: fqdn, Fqdn: fqdn, Computers: computers })),
    CsSite: edges.map(route),
    CsCertificate: [
      {
        Use: 'AccessEdgeExternal',
        Subject: `CN=${one.subject}`,
        AlternativeNames: one.subjectAlternativeNames,
        EnhancedKeyUsage: one.enhancedKeyUsage.map((usage) => USAGES[usage]),
        SignatureAlgorithm: `${one.signatureAlgorithm}RSA`,
        NotAfter: `${one.notAfter}T12:00:00.0000000Z`,
      },
    ],
  };
}

const listed = (objects: Objects) =>
  Object.entries(objects)
    .map(([noun, all]) => {
      const blocks = all.map((one) =>
        Object.entries(one).map(
          ([key, value]) => `${key.padEnd(30)} : ${Array.isArray(value) ? `{${value.join(', ')}}` : value}`,
        ),
      );
      return [`PS C:\\> Get-${noun} | fl`, ...blocks.flatMap((block) => ['', ...block]), ''].join('\r\n');
    })
    .join('\r\n');

it.each([
  [
    'JSON',
    (objects: Objects) => ({ source: 'live.json', text: JSON.stringify({ version: 1, objects }, undefined, 2) }),
  ],
  ['a console', (objects: Objects) => ({ source: 'live.txt', text: listed(objects) })],
])('Edge pools and their certificate, shown as %s, are those of the spec', (_, capture) => {
  fc.assert(
    fc.property(pools, certificate, (edges, one) => {
      const { root } = imported([capture(shown(edges, one))]);
      const named = edges.length === 1 ? edges.map((pool) => ({ ...pool, certificate: 'access-edge' })) : edges;
      expect(toData(nodeAt(root, ['edge', 'pools'])) ?? []).toEqual(named);
      expect(toData(nodeAt(root, ['certificates']))).toEqual([{ name: 'access-edge', ...one }]);
    }),
    runs(60),
  );
});

/** A document of Topology Builder; what it has no place for is the route of federation. */
function tbxml(domains: readonly string[], edges: readonly Pool[]): string {
  const of = (part: string) => `xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.${part}.2008"`;
  const clusters = edges.map(({ fqdn, computers = [fqdn] }, i) => {
    const machines = computers.map((one) => `<Machine Fqdn="${one}" />`);
    return `<Cluster UniqueId="c${i}" Fqdn="${fqdn}"><Machines>${machines.join('')}</Machines></Cluster>`;
  });
  const services = edges.map((pool, i) => {
    const ports = [
      ['AccessEdge', 'SipServer', pool.accessEdgeExternalSipPort ?? 5061],
      ...(pool.accessEdgeClientSipPort ? [['AccessEdge', 'SipClient', pool.accessEdgeClientSipPort]] : []),
      ...(pool.xmpp ? [['XmppFederationProxy', 'XmppServer', 5269]] : []),
    ].map(
      ([owner, usage, number]) =>
        `<Port Owner="urn:component:${owner}" Usage="${usage}" InterfaceSide="External" Port="${number}" ConfiguredFqdn="${pool.accessEdgeFqdn}" />`,
    );
    return `<Service RoleName="EdgeServer" UniqueId="s${i}" InstalledOn="c${i}" ServiceVersion="7"><Ports ${of('ServiceRoles')}>${ports.join('')}</Ports></Service>`;
  });
  const internal = domains.map((one) => `<InternalDomain Name="${one}" />`).join('');
  return `<?xml version="1.0" encoding="utf-8"?>
<TopologyBuilder ${of('TopologyBuilder')}><NewTopology><PartialTopology ${of('WritableTopology')}>
<InternalDomains DefaultDomain="${domains[0]}" ${of('Topology')}>${internal}</InternalDomains>
<CentralSites><CentralSite SiteId="1"><Clusters>${clusters.join('\n')}</Clusters></CentralSite></CentralSites>
<Services>${services.join('\n')}</Services>
</PartialTopology></NewTopology></TopologyBuilder>`;
}

it('a topology document is the SIP domains and the Edge pools of the spec', () => {
  const names = fc.uniqueArray(
    label.map((one) => `${one}.example`),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(names, pools, (domains, edges) => {
      const { root } = imported([{ source: 'a.tbxml', text: tbxml(domains, edges) }]);
      expect(toData(nodeAt(root, ['domains', 'sip']))).toEqual(
        domains.map((identity, i) => (i === 0 ? { identity, isDefault: true } : identity)),
      );
      const told = edges.map(({ federation: _, ...pool }) => pool);
      expect(toData(nodeAt(root, ['edge', 'pools'])) ?? []).toEqual(told);
    }),
    runs(60),
  );
});
