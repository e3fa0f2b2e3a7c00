import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { partyAt, reliedOnBy, reliesOn } from '../../server/src/features/call-hierarchy.ts';
import { ways } from '../../server/src/features/calls/ways.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { makeSpec } from '../bench/spec.ts';
import { excerpt } from './document.ts';

const SPEC = `edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
  pools:
    - fqdn: edge01.corp.contoso.com
      accessEdgeFqdn: sip.contoso.com
      certificate: access-edge
domains:
  sip: [contoso.com, litwareinc.com]
  allowed:
    - fabrikam.com
    - { domain: cloud.example, partner: { hosted: true } }
  discovered: [tailspintoys.com]
  xmpp: [gmail.com]
providers:
  public:
    - { identity: Skype, enabled: true }
    - { identity: AOL, enabled: true }
    - { identity: Messenger, enabled: false }
  hosting:
    - { identity: LyncOnline, proxyFqdn: sipfed.online.lync.com, enabled: true }
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }
    - { identity: Sales, enableXmppAccess: true }
provisioning: { sipDomains: [contoso.com] }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
certificates:
  - name: access-edge
`;
const analysis = analyze(SPEC, { asOf: '2014-07-01' });

function party(at: string) {
  const found = partyAt(analysis, SPEC.indexOf(at) + 1);
  if (found === undefined) throw new Error(`nothing at ${at}`);
  return found;
}

function outgoing(at: string): readonly string[] {
  return reliesOn(analysis, party(at).path).map((tie) => `${tie.party.name} (${inEnglish(tie.party.detail)})`);
}

function incoming(at: string): readonly string[] {
  return reliedOnBy(analysis, party(at).path).map((tie) => `${tie.party.name} (${inEnglish(tie.party.detail)})`);
}

describe('what a thing relies on', () => {
  it.each([
    ['identity: global', ['Skype (Public provider)', 'LyncOnline (Hosting provider)', 'domains.allowed (2)']],
    ['identity: Sales', ['domains.xmpp (1)']],
    ['configuration', ['domains.allowed (2)', 'domains.discovered (1)', 'edge01.corp.contoso.com (Edge pool)']],
    ['allowed:', ['fabrikam.com (Allowed domain)', 'cloud.example (Allowed domain)']],
    ['identity: Skype', ['contoso.com (SIP domain)']],
    ['sipfed.online', ['cloud.example (Allowed domain)']],
    ['contoso.com, lit', ['_sipfederationtls._tcp.contoso.com (SRV record)']],
    ['litwareinc.com]', []],
    ['target', ['edge01.corp.contoso.com (Edge pool)']],
    ['certificate: acc', ['access-edge (Certificate)']],
    ['name: access-edge', []],
  ])('%s', (at, expected) => {
    expect(outgoing(at)).toEqual(expected);
  });
});

describe('what relies on a thing', () => {
  it.each([
    ['name: access-edge', ['edge01.corp.contoso.com (Edge pool)']],
    [
      'fqdn: edge01',
      ['edge.configuration (Access Edge configuration)', '_sipfederationtls._tcp.contoso.com (SRV record)'],
    ],
    ['contoso.com, lit', ['Skype (Public provider)', 'AOL (Public provider)', 'Messenger (Public provider)']],
    ['identity: AOL', []],
    ['identity: Skype', ['global (External access policy)']],
    ['cloud.example', ['domains.allowed (2)', 'LyncOnline (Hosting provider)']],
    ['discovered', ['edge.configuration (Access Edge configuration)']],
  ])('%s', (at, expected) => {
    expect(incoming(at)).toEqual(expected);
  });
});

it('says where it does', () => {
  const [tie] = reliesOn(analysis, party('identity: global').path);
  expect(tie?.places.map(({ start, end }) => SPEC.slice(start - 25, end))).toEqual(
    ['enablePublicCloudAccess: true'].map((text) => text.padStart(29)),
  );
});

it('nothing stands alone', () => {
  expect(partyAt(analysis, SPEC.indexOf('sipDomains'))).toBeUndefined();
  expect(partyAt(analyze('', { asOf: '2014-07-01' }), 0)).toBeUndefined();
});

it('parties have their names in them, also by an alias', () => {
  const text =
    'domains:\n  allowed:\n    - &a { domain: a.b }\n    - *a\nedge: { configuration: { allowFederatedUsers: true } }\n';
  const aliased = analyze(text, { asOf: '2014-07-01' });
  const found = reliesOn(aliased, ['domains', 'allowed']).map(({ party: { at, nameAt } }) => [
    excerpt(text, at),
    excerpt(text, nameAt),
  ]);
  expect(found).toEqual([
    ['{ domain: a.b }', 'a.b'],
    ['*a', '*a'],
  ]);
});

it('the ways are written down', () => {
  const rows = ways.map(({ from, to, why }) => `| \`${from}\` | \`${to}\` | ${inEnglish(why)} |`);
  expect(
    readFileSync('docs/call-hierarchy.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `')),
  ).toEqual(rows);
});

it.each([
  'identity: global',
  'partner-00500',
  '_sipfederationtls._tcp.div3',
  'div3.contoso',
  'identity: Skype',
  'allowed:',
])('finds its place among 1,000 domains: %s', (at) => {
  const { text } = makeSpec(1000);
  const long = analyze(text, { asOf: '2014-05-01', rules: [] });
  expect(partyAt(long, text.indexOf(at))).toBeDefined();
});
