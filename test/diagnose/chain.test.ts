import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { type Chain, chainOf } from '../../server/src/diagnose/chain/chain.ts';
import { links } from '../../server/src/diagnose/chain/links.ts';
import { causeNamed } from '../../server/src/diagnose/symptoms.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { inEnglish } from '../../server/src/text/message.ts';

/** A spec in which each link on the way to fabrikam.com holds that a spec can tell of. */
const SOUND = `lyncFederation: 1
server: { product: lync-2013 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: false }
  pools:
    - fqdn: edge01.corp.contoso.com
      accessEdgeFqdn: sip.contoso.com
      federation: true
      certificate: access-edge
domains:
  sip: [contoso.com]
  allowed:
    - { domain: fabrikam.com, partner: { srv: sip.fabrikam.com } }
    - { domain: litwareinc.com, partner: { srv: edge.elsewhere.example } }
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }
dns:
  srv: [{ name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }]
  hosts: [{ name: sip.contoso.com, addresses: [203.0.113.10] }]
certificates:
  - name: access-edge
    subject: sip.contoso.com
    subjectAlternativeNames: [sip.contoso.com]
    enhancedKeyUsage: [server, client]
    issuer: public
    notAfter: 2016-01-01
firewall:
  - { from: access-edge, to: any, protocol: tcp, ports: 5061, direction: both }
  - { from: access-edge, to: any, protocol: tcp, ports: 53, direction: out }
  - { from: access-edge, to: any, protocol: udp, ports: 53, direction: out }
  - { from: access-edge, to: any, protocol: tcp, ports: 80, direction: out }
  - { from: edge-internal, to: front-end, protocol: tcp, ports: 5061, direction: both }
  - { from: front-end, to: edge-internal, protocol: tcp, ports: 4443, direction: in }
`;

function chain(text: string, partner = 'fabrikam.com', asOf = '2015-06-01'): Chain {
  return chainOf(readSpec(text), { asOf }, partner);
}

function verdictIn(chained: Chain, id: string): string {
  return chained.links.find(({ link }) => link.id === id)?.verdict ?? 'no such link';
}

/** The links that do not hold or are not needed, with what found it. */
function told({ links: all }: Chain): readonly string[] {
  return all
    .filter(({ verdict }) => verdict !== 'holds' && verdict !== 'not needed')
    .map(({ link, verdict, findings }) => [link.id, verdict, ...findings.map(({ rule }) => rule)].join(' '));
}

describe('the links', () => {
  it('name causes and sources that there are', () => {
    expect(links.flatMap(({ looks }) => looks).filter((id) => causeNamed(id).length === 0)).toEqual([]);
    expect(links.flatMap(({ sources }) => sources).filter((id) => !Object.hasOwn(catalog.sources, id))).toEqual([]);
    expect(links.filter(({ looks, sources }) => looks.length === 0 || sources.length === 0)).toEqual([]);
    expect(new Set(links.map(({ id }) => id)).size).toBe(links.length);
    const ports = links.flatMap(({ subjects }) => subjects?.['firewall-port-closed'] ?? []);
    expect(ports.filter((id) => !Object.hasOwn(catalog.ports, id))).toEqual([]);
  });

  it('name each rule that finds what breaks chat; the others are no matter of a message on its way', () => {
    const named = new Set(links.flatMap((link) => Object.keys(link.rules)));
    const families = globSync(
      'server/src/rules/{federation,partners,hosting,providers,dns,certificates,firewall,policies,xmpp}/*.ts',
    );
    const ids = new Set(families.map((file) => basename(file, '.ts')));
    const errors = rules.filter(({ id, severity }) => severity === 'error' && ids.has(id) && !named.has(id));
    expect(errors.map(({ id }) => id).toSorted()).toEqual([
      'certificate-too-long-lived', // no authority issues it, so nobody shows it
      'default-domain-twice', // of accounts that nobody has made yet
      'duplicate-domain', // the first one counts
      'policy-scope-unknown', // the server takes no such policy
      'provider-capability-exceeded', // about calls
      'scoped-policy-granted', // a command that fails
      'teams-only-too-early', // about commands
    ]);
  });

  it('all hold but what only the partner knows, where a spec tells all', () => {
    const sound = chain(SOUND);
    expect(told(sound)).toEqual(['partner-side unknown']);
    expect(sound.first).toBeUndefined();
    expect(sound.own).toEqual(['contoso.com']);
  });
});

const changed = (from: string | RegExp, to: string, text = SOUND) => {
  const made = text.replace(from, to);
  expect(made, String(from)).not.toBe(text);
  return made;
};

const HOSTED = changed('partner: { srv: sip.fabrikam.com }', 'partner: { hosted: true }').concat(
  `providers:
  hosting:
    - { identity: LyncOnline, proxyFqdn: sipfed.online.lync.com, enabled: true, enabledSharedAddressSpace: false, hostsOCSUsers: false, isLocal: false, verificationLevel: UseSourceVerification }
`,
);
const AOL = SOUND.concat(
  'providers: { public: [{ identity: AOL, proxyFqdn: sip.oscar.aol.com, enabled: true }, { identity: Yahoo!, enabled: true }] }\nlicensing: { standardCal: true, picUsl: { users: 10, purchased: 2011-01-01, expires: 2016-01-01 } }\n',
);
const PINNED = changed(
  '{ domain: fabrikam.com, partner: { srv: sip.fabrikam.com } }',
  '{ domain: fabrikam.com, proxyFqdn: sip.fabrikam.com, partner: { srv: sip.fabrikam.com } }',
);
const OPEN = changed('enablePartnerDiscovery: false', 'enablePartnerDiscovery: true');
const TENANT = `lyncFederation: 1
domains: { sip: [contoso.com] }
tenant: { allowFederatedUsers: true, allowedDomains: [fabrikam.com, northwindtraders.com] }
`;

describe('a link is broken where its rule says so, and holds beside it', () => {
  const at = '2015-06-01';
  it.each<readonly [string, string, string, string | undefined, string, string, string]>([
    // link, what finds it broken, sound, its partner, the day, what is changed to what
    [
      'federation',
      'federation-disabled',
      SOUND,
      undefined,
      at,
      'allowFederatedUsers: true',
      'allowFederatedUsers: false',
    ],
    [
      'lists',
      'discovered-partner-unreachable',
      SOUND,
      undefined,
      at,
      '- { domain: fabrikam.com, partner: { srv: sip.fabrikam.com } }',
      '- tailspintoys.com',
    ],
    [
      'lists',
      'discovered-partner-unreachable',
      OPEN,
      'nobody.example',
      at,
      '  allowed:',
      '  blocked: [nobody.example]\n  allowed:',
    ],
    ['lists', 'allowed-and-blocked', SOUND, undefined, at, '  allowed:', '  blocked: [fabrikam.com]\n  allowed:'],
    [
      'host',
      'hosted-partner-pinned',
      PINNED,
      undefined,
      at,
      'partner: { srv: sip.fabrikam.com }',
      'partner: { hosted: true }',
    ],
    [
      'hosting-provider',
      'hosted-partner-without-provider',
      HOSTED,
      undefined,
      at,
      'proxyFqdn: sipfed.online.lync.com, enabled: true',
      'proxyFqdn: sipfed.online.lync.com, enabled: false',
    ],
    [
      'public-provider',
      'undefined',
      AOL,
      'AOL',
      '2013-05-01',
      'proxyFqdn: sip.oscar.aol.com, enabled: true',
      'proxyFqdn: sip.oscar.aol.com, enabled: false',
    ],
    [
      'licence',
      'provider-licence-missing',
      AOL,
      'Yahoo!',
      '2013-05-01',
      ', picUsl: { users: 10, purchased: 2011-01-01, expires: 2016-01-01 }',
      '',
    ],
    [
      'partner-record',
      'partner-srv-wrong-domain',
      SOUND,
      undefined,
      at,
      'srv: sip.fabrikam.com',
      'srv: sip.elsewhere.example',
    ],
    ['partner-record', 'partner-without-srv', SOUND, undefined, at, 'srv: sip.fabrikam.com', 'srv: none'],
    [
      'own-record',
      'missing-federation-srv',
      OPEN,
      undefined,
      at,
      'name: _sipfederationtls._tcp.contoso.com',
      'name: _sip._tls.contoso.com',
    ],
    [
      'own-record',
      'srv-target-wrong-domain',
      SOUND,
      undefined,
      at,
      'target: sip.contoso.com',
      'target: sip.elsewhere.example',
    ],
    ['own-host', 'private-address-in-public-zone', SOUND, undefined, at, '203.0.113.10', '10.0.0.10'],
    [
      'certificate-names',
      'srv-target-not-in-certificate',
      SOUND,
      undefined,
      at,
      /subject: .*\n.*\[sip.contoso.com\]/.exec(SOUND)?.[0] ?? '',
      'subject: www.contoso.com\n    subjectAlternativeNames: [www.contoso.com]',
    ],
    ['certificate-usage', 'certificate-lacks-server-usage', SOUND, undefined, at, '[server, client]', '[client]'],
    [
      'certificate-client-usage',
      'certificate-needs-client-eku',
      AOL,
      'AOL',
      '2013-05-01',
      '[server, client]',
      '[server]',
    ],
    ['certificate-days', 'certificate-expired', SOUND, undefined, at, '2016-01-01', '2015-01-01'],
    ['certificate-issuer', 'certificate-private-issuer', HOSTED, undefined, at, 'issuer: public', 'issuer: private'],
    [
      'ports',
      'firewall-port-closed',
      SOUND,
      undefined,
      at,
      'ports: 5061, direction: both',
      'ports: 5061, direction: out',
    ],
    [
      'policy',
      'policy-missing-for-federation',
      SOUND,
      undefined,
      at,
      'enableFederationAccess: true',
      'enableFederationAccess: false',
    ],
    [
      'public-policy',
      'policy-missing-for-public-cloud',
      AOL,
      'AOL',
      '2013-05-01',
      'enablePublicCloudAccess: true',
      'enablePublicCloudAccess: false',
    ],
    ['route', 'federation-pool-missing', SOUND, undefined, at, 'federation: true', 'federation: false'],
    [
      'tenant',
      'tenant-refuses-partner',
      TENANT,
      undefined,
      at,
      'allowedDomains: [fabrikam.com, ',
      'allowedDomains: [adatum.com, ',
    ],
    [
      'federation',
      'federation-disabled',
      TENANT,
      undefined,
      at,
      'allowFederatedUsers: true',
      'allowFederatedUsers: false',
    ],
  ])('%s by %s', (id, rule, sound, partner, asOf, from, to) => {
    expect(verdictIn(chain(sound, partner, asOf), id)).toBe('holds');
    const broken = chain(changed(from, to, sound), partner, asOf);
    const { verdict, findings } = broken.links.find(({ link }) => link.id === id) ?? {};
    expect({ verdict, by: findings?.map((one) => String(one.rule)) }).toEqual({ verdict: 'broken', by: [rule] });
    expect(broken.first?.link.id).toBe(id);
  });
});

describe('the chain to', () => {
  it('somebody whom a policy has to allow, on each way', () => {
    const tenant = (policy: string) => `${TENANT}policies: { externalAccess: [{ identity: global, ${policy} }] }\n`;
    expect(verdictIn(chain(tenant('enableFederationAccess: true')), 'policy')).toBe('holds');
    expect(verdictIn(chain(tenant('enableFederationAccess: false')), 'policy')).toBe('broken');
    expect(verdictIn(chain(tenant('enablePublicCloudAccess: true')), 'policy')).toBe('unknown');
    const xmpp = (more: string) =>
      changed('enablePublicCloudAccess: true', more).replace('  allowed:', '  xmpp: [jabber.example]\n  allowed:');
    expect(verdictIn(chain(xmpp('enableXmppAccess: true'), 'jabber.example'), 'xmpp-policy')).toBe('holds');
    expect(verdictIn(chain(xmpp('enableXmppAccess: false'), 'jabber.example'), 'xmpp-policy')).toBe('unknown');
    expect(verdictIn(chain(SOUND), 'xmpp-policy')).toBe('not needed');
  });

  it('a partner through a firewall: of its ports each link asks for its own', () => {
    const without = (port: string) => changed(new RegExp(`.*ports: ${port}, .*\\n`, 'g'), '');
    expect(told(chain(without('80')))).toEqual(['partner-side unknown']);
    expect(told(chain(without('4443')))).toEqual(['partner-side unknown']);
    expect(verdictIn(chain(without('53')), 'ports')).toBe('unknown');
    const xmpp = SOUND.replace('  allowed:', '  xmpp: [jabber.example]\n  allowed:');
    const findings = (id: string) => chain(xmpp, 'jabber.example').links.find(({ link }) => link.id === id)?.findings;
    expect(findings('xmpp-ports')?.map(({ subjects }) => subjects)).toContainEqual(['xmpp']);
    expect(told(chain(xmpp))).toEqual(['partner-side unknown']);
  });

  it('a partner that is not listed in closed federation, with the cmdlets that list it', () => {
    const closed = chain(SOUND, 'amy@nobody.example');
    expect({ ...closed.alone, spec: 0, entry: 0 }).toMatchObject({
      partner: 'nobody.example',
      way: 'record',
      isNamed: false,
    });
    expect(told(closed)).toEqual([
      'lists broken discovered-partner-unreachable',
      'discovery-limits unknown',
      'host unknown',
      'partner-record unknown',
      'partner-side unknown',
    ]);
    const [finding] = closed.first?.findings ?? [];
    expect(finding?.fixes?.map(({ title }) => inEnglish(title))).toEqual([
      'Put `nobody.example` on the allow list',
      'Turn partner discovery on',
    ]);
  });

  it('a partner that is blocked, or whose discovery is not stated', () => {
    const blocked = chain(changed('  allowed:', '  blocked: [nobody.example]\n  allowed:'), 'nobody.example');
    expect(blocked.alone.isNamed).toBe(true);
    expect(told(blocked)[0]).toBe('lists broken discovered-partner-unreachable discovered-partner-unreachable');
    const open = chain(changed(', enablePartnerDiscovery: false', ''), 'nobody.example');
    expect(told(open)[0]).toBe('lists unknown discovered-partner-unreachable');
    expect(open.first?.link.id).toBe('lists');
  });

  it('one partner tells nothing of the others', () => {
    const text = changed('  allowed:', '  blocked: [litwareinc.com]\n  allowed:');
    expect(told(chain(text))).toEqual(['partner-side unknown']);
    expect(told(chain(text, 'litwareinc.com'))[0]).toBe('lists broken allowed-and-blocked');
    const aol = chain(AOL.replace('[server, client]', '[server]'), 'fabrikam.com', '2013-05-01');
    expect(told(aol)).toEqual(['partner-side unknown']);
  });

  it.each([
    ['2013-05-01', 'holds', []],
    ['2014-06-01', 'holds', ['retired-provider']],
    ['2015-01-01', 'broken', ['retired-provider']],
  ])('AOL as of %s, by any of its names', (asOf, verdict, by) => {
    for (const name of ['AOL', 'aim', 'AOL.com', 'amy@aol.com']) {
      const { alone, links: all } = chain(AOL, name, asOf);
      const link = all.find((one) => one.link.id === 'public-provider');
      expect(alone.way).toBe('public');
      expect({ verdict: link?.verdict, by: link?.findings.map(({ rule }) => rule) }, name).toEqual({ verdict, by });
    }
  });

  it('a provider that no entry leads to, while it lasts and afterwards', () => {
    const message = (asOf: string, name = 'aol.com') =>
      inEnglish(chain(SOUND, name, asOf).first?.findings[0]?.message ?? { template: '', values: [] });
    expect(message('2013-05-01')).toBe(
      'No entry of `providers.public` is `AOL`, so nobody can talk to its users. Add it.',
    );
    expect(message('2015-01-01')).toMatch(/^The service of AOL Instant Messenger ended on 2014-06-30\./);
    expect(message('2013-05-01', 'Skype')).toMatch(
      /^The service of Skype is there only from 2013-05-\d\d on\.$|^No entry/,
    );
    // Once AOL sells federation itself, its domain is one like any other.
    const direct = changed('  allowed:', '  allowed:\n    - { domain: aol.com, proxyFqdn: sip.oscar.aol.com }');
    expect(chain(direct, 'aol.com').alone).toMatchObject({ way: 'pin', provider: undefined });
  });

  it('a partner that is pinned, in another cloud, over a default route', () => {
    expect(told(chain(PINNED))).toEqual(['partner-side unknown']);
    const elsewhere = chain(
      changed(
        'srv: sip.fabrikam.com',
        'srv: sipfed.online.gov.skypeforbusiness.us',
        HOSTED.replace('partner: { hosted: true }', 'partner: { srv: sip.fabrikam.com }'),
      ),
    );
    expect(elsewhere.alone.way).toBe('cloud');
    expect(told(elsewhere)[0]).toBe('hosting-provider broken hosted-partner-without-provider');
    const route = changed(
      'enablePartnerDiscovery: false',
      'useDefaultRouting: true, defaultRouteFqdn: sip.hub.example',
    );
    expect(chain(route).alone.way).toBe('default-route');
    expect(verdictIn(chain(route), 'partner-record')).toBe('not needed');
    expect(told(chain(changed(/$/, 'providers: { public: [{ identity: AOL, enabled: true }] }\n', route)))).toContain(
      'route broken default-routing-with-provider',
    );
  });

  it('a partner over XMPP, where the server has XMPP and where it has none', () => {
    const text = changed(
      '  allowed:',
      '  xmpp:\n    - { domain: jabber.example, tlsNegotiation: Required, saslNegotiation: Required }\n  allowed:',
    );
    const there = chain(text, 'jabber.example');
    expect(there.alone.way).toBe('xmpp');
    expect(verdictIn(there, 'partner-record')).toBe('not needed');
    expect(told(there)[0]).toBe('xmpp-gateway broken certificate-lacks-xmpp-domain missing-xmpp-srv');
    expect(told(chain(text.replace('lync-2013', 'sfb-2019'), 'jabber.example'))[0]).toMatch(/^xmpp-gateway broken/);
  });

  it('a partner of a tenant that stands by itself, and of a hybrid', () => {
    const tenant = chain(TENANT);
    expect(tenant.alone.way).toBe('tenant');
    expect(told(tenant)).toEqual([
      'own-record broken missing-federation-srv',
      'policy unknown',
      'partner-side unknown',
    ]);
    expect(told(chain(TENANT, 'nobody.example'))).toContain('tenant broken tenant-refuses-partner');
    const hybrid = HOSTED.replace(
      'enabledSharedAddressSpace: false, hostsOCSUsers: false',
      'enabledSharedAddressSpace: true, hostsOCSUsers: true',
    );
    const both = (more: string) =>
      told(chain(`${hybrid}tenant: { sharedSipAddressSpace: true, allowFederatedUsers: true, ${more} }\n`));
    expect(both('allowedDomains: [fabrikam.com, adatum.com]').filter((one) => one.startsWith('tenant'))).toEqual([]);
    expect(both('allowedDomains: [adatum.com]')).toContain('tenant broken hybrid-federation-differs');
  });

  it.each([
    ['nobody.example', 'nobody.example'],
    ['한국.example', 'xn--3e0b707e.example'],
    ['a b;c', 'PARTNER'],
  ])('%s is named in what is to be run, as far as a shell takes the name as it is', (partner, said) => {
    const record = chain(SOUND, partner).links.find(({ link }) => link.id === 'partner-record');
    expect(record?.looks[0]?.cmdlet).toBe(`Resolve-DnsName -Type SRV _sipfederationtls._tcp.${said}`);
  });

  it('any word, and in any text', () => {
    for (const partner of ['', ' ', 'x', '@', '..', '[', 'a b', '한국.example', 'A'.repeat(300)])
      for (const text of ['', 'lyncFederation: 1', 'domains: [', SOUND, TENANT])
        expect(chain(text, partner).links.length, `${partner} in ${text}`).toBe(links.length);
  });

  it('a partner of very many is judged as fast as one', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `    - p${i}.example\n`).join('');
    const text = changed('  allowed:\n', `  allowed:\n${many}`);
    expect(told(chain(text, 'p9999.example'))).toEqual([
      'host unknown',
      'partner-record unknown',
      'partner-side unknown',
    ]);
  });
});
