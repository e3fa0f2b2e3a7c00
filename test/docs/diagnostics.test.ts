import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnostics, disagreements } from '../../scripts/generate/diagnostics.ts';
import { analyze } from '../../server/src/analyze.ts';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { entries } from '../../server/src/explain/entries.ts';
import { readFound } from '../../server/src/plan/import/read.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { ruleIds } from '../../server/src/rules/ids.generated.ts';
import { OPTIONS } from '../rules/fixture.ts';

const all = await diagnostics();
const HYBRID = readFileSync('examples/hybrid-microsoft-365.lync.yaml', 'utf8').replace(/\ncmdlets:[\s\S]*/, '\n');
const TENANT = 'tenant:\n  sharedSipAddressSpace: true\n  allowFederatedUsers: true\n';
const PROVIDER = /providers:\n[\s\S]*?\n\n/.exec(HYBRID)?.[0] ?? '';
const ON_PREMISES = HYBRID.replace(TENANT, '').replace(PROVIDER, 'providers:\n  hosting: []\n\n');
const HOSTED = ON_PREMISES.replace(
  'domains:\n',
  'domains:\n  allowed: [{ domain: fabrikam.com, partner: { hosted: true } }]\n',
);

/** A spec after a change of one place; a change that finds no place is a mistake. */
function changed(spec: string, from: string, to: string): string {
  expect(spec).toContain(from);
  return spec.replace(from, to);
}

const on = (from: string, to: string) => () => changed(HYBRID, from, to);
const ofHosted = (to: string) => () => changed(HOSTED, '  hosting: []\n', to);
const DISABLED = '  hosting:\n    - { identity: LyncOnline, proxyFqdn: sipfed.online.lync.com, enabled: false }\n';

/** For each rule of the other diagnosis, specs with what it looks for, by the rule that finds it here. */
const SPECS: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  RDEdgeServerAvailable: {
    'access-edge-port-moved': on(
      '      federation: true\n',
      '      federation: true\n      accessEdgeExternalSipPort: 5062\n',
    ),
    'federation-pool-missing': on('      federation: true\n', '      federation: false\n'),
  },
  RDCheckProxyFQDN: {
    'hybrid-sharing-one-sided': () => changed(HYBRID, PROVIDER, 'providers:\n  hosting: []\n\n'),
    'hosted-partner-without-provider': () => HOSTED,
    'discovery-without-hosting-provider': () => ON_PREMISES,
  },
  RDCheckVerificationLevel: {
    'hosting-setting-unsuited': on('verificationLevel: UseSource', 'verificationLevel: AlwaysVerifiable #'),
  },
  RDIsHostingProviderEnabled: {
    'hybrid-sharing-one-sided': on('      enabled: true\n', '      enabled: false\n'),
    'hosted-partner-without-provider': ofHosted(DISABLED),
    'discovery-without-hosting-provider': () => changed(ON_PREMISES, '  hosting: []\n', DISABLED),
  },
  RDCheckSharedAddressSpace: {
    'hybrid-sharing-one-sided': on('enabledSharedAddressSpace: true', 'enabledSharedAddressSpace: false'),
    'hosting-setting-unsuited': () =>
      changed(HYBRID.replace(TENANT, ''), 'enabledSharedAddressSpace: true', 'enabledSharedAddressSpace: false'),
  },
  RDCheckAutoDiscoverURL: {
    'hosting-setting-unsuited': on('https://webdir.', 'https://wbdir.'),
    'hybrid-autodiscover-missing': on(
      '      autodiscoverUrl: https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root\n',
      '',
    ),
  },
  RDCheckSharedAddressSpaceNotEnabled: {
    'hosting-setting-unsuited': () =>
      changed(HYBRID.replace(TENANT, ''), 'hostsOCSUsers: true', 'hostsOCSUsers: false'),
  },
  RDEdgeConfigAllowOutsideUsers: {
    'hybrid-outside-users-off': on('    useDnsSrvRouting', '    allowOutsideUsers: false\n    useDnsSrvRouting'),
    'policy-inert': () =>
      changed(ON_PREMISES, '    useDnsSrvRouting', '    allowOutsideUsers: false\n    useDnsSrvRouting'),
  },
  RDEdgeConfigAllowFederatedUsers: {
    'federation-disabled': on('    allowFederatedUsers: true', '    allowFederatedUsers: false'),
  },
  RDEdgeConfigUseDnsSrvRouting: {
    'default-routing-with-provider': on(
      'useDnsSrvRouting: true',
      'useDefaultRouting: true\n    defaultRouteFqdn: a.adatum.com',
    ),
    'routing-settings-mixed': on(
      'useDnsSrvRouting: true',
      'useDefaultRouting: true\n    defaultRouteFqdn: a.adatum.com',
    ),
  },
  RDCheckEdgePoolCount: {
    'several-federation-pools': on(
      '  pools:\n',
      '  pools:\n    - { fqdn: edge02.corp.adatum.com, accessEdgeFqdn: sip.adatum.com, federation: true }\n',
    ),
    'federation-pool-missing': on('      federation: true\n', '      federation: false\n'),
  },
  RDCompareAllowedDomains: {
    'hybrid-federation-differs': () =>
      changed(
        changed(HYBRID, TENANT, `${TENANT}  allowedDomains: [hotmail.com, fabrikam.com]\n`),
        'enablePartnerDiscovery: true',
        'enablePartnerDiscovery: false',
      ),
  },
  RDAllowFederatedPartners: { 'hybrid-federation-differs': on(TENANT, `${TENANT}  allowedDomains: [fabrikam.com]\n`) },
  RDAllowFederatedUsers: {
    'hybrid-federation-differs': on(TENANT, TENANT.replace('Users: true', 'Users: false')),
    'federation-disabled': () =>
      'lyncFederation: 1\ntenant: { allowFederatedUsers: false, allowedDomains: [fabrikam.com] }\n',
  },
  RDSharedSipAddressSpace: { 'hybrid-sharing-one-sided': on(TENANT, TENANT.replace('Space: true', 'Space: false')) },
  RDCheckDomainApprovedForFederation: {
    'discovered-partner-unreachable': () =>
      changed(
        changed(HYBRID, 'enablePartnerDiscovery: true', 'enablePartnerDiscovery: false'),
        'domains:\n',
        'domains:\n  discovered: [fabrikam.com]\n',
      ),
    'allowed-and-blocked': on('domains:\n', 'domains:\n  allowed: [fabrikam.com]\n  blocked: [fabrikam.com]\n'),
    'subdomain-of-blocked': on('domains:\n', 'domains:\n  allowed: [eu.fabrikam.com]\n  blocked: [fabrikam.com]\n'),
  },
  RDCheckEdgeExternalDNS: {
    'firewall-port-closed': on(
      'certificates:\n',
      'firewall:\n  - { from: any, to: edge, protocol: tcp, ports: 5061, direction: both }\n\ncertificates:\n',
    ),
  },
  RDCheckLocalDomainFederationDNSRecord: {
    'missing-federation-srv': on(
      '    - { name: _sipfederationtls._tcp.adatum.com, port: 5061, target: sip.adatum.com }\n',
      '',
    ),
    'srv-target-wrong-domain': on('5061, target: sip.adatum.com', '5061, target: sip.notadatum.com'),
    'srv-target-no-host': on('- { name: sip.adatum.com, addresses', '- { name: other.adatum.com, addresses'),
    'default-domain-twice': on(
      'isDefault: true }\n',
      'isDefault: true }\n    - { identity: a.example, isDefault: true }\n',
    ),
  },
  RDCheckEdgeCerts: {
    'access-edge-not-in-certificate': on('accessEdgeFqdn: sip.adatum.com', 'accessEdgeFqdn: edge.adatum.com'),
    'srv-target-not-in-certificate': on(
      'subject: sip.adatum.com\n    subjectAlternativeNames: [sip.',
      'subject: a.adatum.com\n    subjectAlternativeNames: [a.',
    ),
    'certificate-name-twice': on('certificates:\n', 'certificates:\n  - { name: access-edge }\n'),
  },
};

const OBJECTS = {
  CsServerVersion: [{ Version: 'Skype for Business Server 2019 (7.0.2046.0)' }],
  CsAccessEdgeConfiguration: [
    {
      Identity: 'Global',
      AllowFederatedUsers: true,
      AllowOutsideUsers: true,
      EnablePartnerDiscovery: true,
      RoutingMethod: 'UseDnsSrvRouting',
    },
  ],
  CsSipDomain: [{ Identity: 'adatum.com', IsDefault: true }],
  CsAllowedDomain: [],
  CsBlockedDomain: [],
  DnsRecord: [
    {
      Name: '_sipfederationtls._tcp.adatum.com',
      Type: 'SRV',
      NameTarget: 'sip.adatum.com',
      Port: 5061,
      Priority: 0,
      Weight: 0,
    },
    { Name: 'sip.adatum.com', Type: 'A', IPAddress: '203.0.113.10' },
  ],
  CsCertificate: [
    {
      Use: 'AccessEdgeExternal',
      Subject: 'CN=sip.adatum.com',
      AlternativeNames: ['sip.adatum.com'],
      Issuer: 'CN=Public CA',
    },
  ],
  CsHostingProvider: [
    {
      Identity: 'Office365',
      ProxyFqdn: 'sipfed.online.lync.com',
      Enabled: true,
      EnabledSharedAddressSpace: true,
      HostsOCSUsers: true,
      VerificationLevel: 'UseSourceVerification',
      IsLocal: false,
      AutodiscoverUrl: 'https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root',
    },
  ],
  CsTenantFederationConfiguration: [
    {
      Identity: 'Global',
      SharedSipAddressSpace: true,
      AllowFederatedUsers: true,
      AllowedDomains: 'AllowAllKnownDomains',
      BlockedDomains: [],
    },
  ],
  CsService: [
    {
      Identity: 'EdgeServer:edge01.corp.adatum.com',
      AccessEdgeExternalFqdn: 'sip.adatum.com',
      AccessEdgeExternalSipPort: 5061,
    },
  ],
  CsSite: [{ Identity: 'Site:Seoul', FederationRoute: 'EdgeServer:edge01.corp.adatum.com' }],
};
type Objects = Readonly<Record<keyof typeof OBJECTS, readonly object[]>>;

/** The objects with another value in the only one of a noun. */
function but(noun: keyof typeof OBJECTS, values: object): Objects {
  return { ...OBJECTS, [noun]: OBJECTS[noun].map((object) => ({ ...object, ...values })) };
}

/** Captures with what the other diagnosis looks for. */
const CAPTURES: Readonly<Record<string, Objects>> = {
  RDEdgeServerAvailable: but('CsService', { AccessEdgeExternalSipPort: 5062 }),
  RDCheckProxyFQDN: { ...OBJECTS, CsHostingProvider: [] },
  RDCheckVerificationLevel: but('CsHostingProvider', { VerificationLevel: 'AlwaysVerifiable' }),
  RDIsHostingProviderEnabled: but('CsHostingProvider', { Enabled: false }),
  RDCheckSharedAddressSpace: but('CsHostingProvider', { EnabledSharedAddressSpace: false }),
  RDCheckAutoDiscoverURL: but('CsHostingProvider', { AutodiscoverUrl: null }),
  RDCheckSharedAddressSpaceNotEnabled: {
    ...but('CsHostingProvider', { HostsOCSUsers: false }),
    CsTenantFederationConfiguration: [],
  },
  RDCheckDomainApprovedForFederation: {
    ...OBJECTS,
    CsAllowedDomain: [{ Identity: 'eu.fabrikam.com' }],
    CsBlockedDomain: [{ Identity: 'fabrikam.com' }],
  },
  RDCheckLocalDomainFederationDNSRecord: { ...OBJECTS, DnsRecord: [] },
  RDCheckEdgeCerts: but('CsCertificate', { AlternativeNames: ['a.adatum.com'], Subject: 'CN=a.adatum.com' }),
  RDEdgeConfigAllowOutsideUsers: but('CsAccessEdgeConfiguration', { AllowOutsideUsers: false }),
  RDEdgeConfigAllowFederatedUsers: but('CsAccessEdgeConfiguration', { AllowFederatedUsers: false }),
  RDEdgeConfigUseDnsSrvRouting: but('CsAccessEdgeConfiguration', {
    RoutingMethod: 'UseDefaultRouting',
    DefaultRouteFqdn: 'route.adatum.com',
  }),
  RDCheckEdgePoolCount: {
    ...OBJECTS,
    CsService: ['edge01', 'edge02'].map((host) => ({
      Identity: `EdgeServer:${host}.corp.adatum.com`,
      AccessEdgeExternalFqdn: 'sip.adatum.com',
      AccessEdgeExternalSipPort: 5061,
    })),
    CsSite: ['edge01', 'edge02'].map((host) => ({
      Identity: `Site:${host}`,
      FederationRoute: `EdgeServer:${host}.corp.adatum.com`,
    })),
  },
  RDCompareAllowedDomains: {
    ...but('CsTenantFederationConfiguration', { AllowedDomains: ['fabrikam.com'] }),
    CsAccessEdgeConfiguration: [{ ...OBJECTS.CsAccessEdgeConfiguration[0], EnablePartnerDiscovery: false }],
  },
  RDAllowFederatedPartners: but('CsAccessEdgeConfiguration', { EnablePartnerDiscovery: false }),
  RDAllowFederatedUsers: but('CsTenantFederationConfiguration', { AllowFederatedUsers: false }),
  RDSharedSipAddressSpace: but('CsTenantFederationConfiguration', { SharedSipAddressSpace: false }),
};

function found(spec: string): ReadonlySet<string> {
  const { problems } = analyze(spec, { ...OPTIONS, asOf: '2021-03-01', persona: 'auditor' });
  return new Set(problems.map(({ rule }) => rule));
}

function foundIn(objects: Objects): ReadonlySet<string> {
  const { found: read } = readFound(
    [{ source: 'adatum.json', text: JSON.stringify({ version: 1, objects }) }],
    undefined,
  );
  return found(importSpec(read).text);
}

it('knows the 28 rules, of which 27 run in a hybrid and 19 on premises', () => {
  const rows = Object.values(all);
  const running = (where: string) => rows.filter(({ runs }) => runs.some((one) => one === where));
  expect([rows.length, running('hybrid').length, running('on-premises').length]).toEqual([28, 27, 19]);
});

it('finds nothing of them where nothing is wrong', () => {
  const theirs = new Set(Object.values(all).flatMap(({ rules = [] }) => rules));
  expect([...found(HYBRID)].filter((id) => theirs.has(id))).toEqual([]);
  expect([...foundIn(OBJECTS)].filter((id) => theirs.has(id) && id !== 'missing-federation-srv')).toEqual([]);
});

describe.each(Object.entries(all))('%s', (name, { insights, rules = [], captured = [], live, notOurs }) => {
  it('is found by rules, or on servers, or left out for a reason', () => {
    expect(rules.filter((id) => !ruleIds.some((known) => known === id))).toEqual([]);
    expect(rules.length > 0 || live !== undefined || notOurs !== undefined).toBe(true);
    expect(Object.keys(SPECS[name] ?? {})).toEqual([...rules]);
    expect(CAPTURES[name] !== undefined).toBe(captured.length > 0);
  });

  it.each(rules)('%s fires on a spec', (id) => {
    expect([...found(SPECS[name]?.[id]?.() ?? '')]).toContain(id);
  });

  it.runIf(captured.length > 0)('is found in a spec that is made of a capture', () => {
    const objects = CAPTURES[name] ?? OBJECTS;
    expect(captured.filter((noun) => !(noun in OBJECTS))).toEqual([]);
    const ids = foundIn(objects);
    expect(rules.filter((id) => ids.has(id))).not.toEqual([]);
  });

  it.each([name, ...insights])('%s is explained', (word) => {
    const card = entries.find(({ names }) => names.includes(word))?.card('2021-03-01', { bundle: {} }) ?? '';
    for (const id of rules) if (insights[0] !== 'IDEdgeServerNotListening') expect(card).toContain(`\`${id}\``);
    expect(card).toContain('https://github.com/onpremdiag/SfBServer');
  });
});

it.each(Object.entries(await disagreements()))('%s: what counts has sources, and rules that go by it', (_, one) => {
  expect(one.sources.filter((id) => !(id in catalog.sources))).toEqual([]);
  expect(one.sources.length).toBeGreaterThan(0);
  expect(one.rules.filter((id) => !ruleIds.some((known) => known === id))).toEqual([]);
});
