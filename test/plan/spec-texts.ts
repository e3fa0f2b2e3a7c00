import fc from 'fast-check';
import { stringify } from 'yaml';

/** The text of a spec as people write them: what cmdlets can make true, on any product that has cmdlets. */
export const specTexts = (): fc.Arbitrary<string> => parts().map((drawn) => stringify(toSpec(drawn)));

type Drawn = Readonly<Record<string, unknown>>;
type Counted = 'sip' | 'allowed' | 'blocked' | 'xmpp' | 'hosting';

interface Parts {
  readonly product: string;
  readonly hosts: readonly string[];
  readonly users: readonly string[];
  readonly counts: Readonly<Record<Counted, number>>;
  readonly edge: Drawn;
  readonly allowed: readonly Drawn[];
  readonly isPinned: readonly boolean[];
  readonly blocked: readonly Drawn[];
  readonly xmpp: readonly Drawn[];
  readonly skype: Drawn | undefined;
  readonly hosting: readonly Drawn[];
  readonly isEnabled: readonly boolean[];
  readonly policies: readonly string[];
  readonly flags: readonly Drawn[];
  readonly mobility: readonly Drawn[];
  readonly push: Drawn;
  readonly gateway: Drawn;
  readonly tenant: Drawn;
}

function parts(): fc.Arbitrary<Parts> {
  const allowed = { comment: words(), markForMonitoring: fc.boolean(), verificationLevel: level() };
  return fc.record({
    product: fc.constantFrom('lync-2010', 'lync-2013', 'sfb-2015', 'sfb-2019', 'sfb-se'),
    hosts: fc.uniqueArray(domain(), { minLength: 16, maxLength: 16 }),
    users: fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), FOUR),
    counts: fc.record({ sip: fc.nat(2), allowed: fc.nat(3), blocked: fc.nat(2), xmpp: fc.nat(2), hosting: fc.nat(2) }),
    edge: partly(edge()),
    allowed: fc.array(partly(allowed), FOUR),
    isPinned: fc.array(fc.boolean(), FOUR),
    blocked: fc.array(partly({ comment: words() }), FOUR),
    xmpp: fc.array(partly(xmpp()), FOUR),
    skype: fc.option(partly(provider()), { nil: undefined }),
    hosting: fc.array(partly(hosting()), FOUR),
    isEnabled: fc.array(fc.boolean(), FOUR),
    policies: fc.subarray(['global', 'site:Redmond', 'Sales', "Kim's users"]),
    flags: fc.array(partly(policy()), FOUR),
    mobility: fc.array(partly(mobility()), FOUR),
    push: partly({
      enableApplePushNotificationService: fc.boolean(),
      enableMicrosoftPushNotificationService: fc.boolean(),
    }),
    gateway: partly({
      keepAliveInterval: fc.integer({ min: 1, max: 1000 }),
      connectionLimit: fc.integer({ min: 1, max: 1000 }),
      enableLoggingAllMessageBodies: fc.boolean(),
    }),
    tenant: partly(tenant()),
  });
}

const FOUR = { minLength: 4, maxLength: 4 };

function toSpec(drawn: Parts): Drawn {
  const { product, hosts, users, counts, isEnabled, isPinned } = drawn;
  const names = [...hosts];
  const next = () => names.shift() ?? 'none.example';
  const times = <T>(number: number, make: (i: number) => T) => Array.from({ length: number }, (_, i) => make(i));
  const skype = { identity: 'Skype', proxyFqdn: 'federation.messenger.msn.com', enabled: true, ...drawn.skype };
  return {
    lyncFederation: 1,
    server: { product },
    ...(isEmpty(drawn.edge) ? {} : { edge: { configuration: drawn.edge } }),
    domains: {
      sip: times(counts.sip, (i) => ({ identity: next(), ...(i === 0 && { isDefault: true }) })),
      allowed: times(counts.allowed, (i) => {
        const name = next();
        return { domain: name, ...(isPinned[i] && { proxyFqdn: `sip.${name}` }), ...drawn.allowed[i] };
      }),
      blocked: times(counts.blocked, (i) => ({ domain: next(), ...drawn.blocked[i] })),
      xmpp: times(counts.xmpp, (i) => ({ domain: next(), ...drawn.xmpp[i] })),
    },
    providers: {
      public: drawn.skype === undefined ? [] : [skype],
      hosting: times(counts.hosting, (i) => ({
        identity: `Hoster ${i}`,
        proxyFqdn: `sip.${next()}`,
        enabled: isEnabled[i] ?? false,
        ...drawn.hosting[i],
      })),
    },
    policies: {
      externalAccess: drawn.policies.map((identity, i) => {
        const grantedTo = [`${users[i] ?? 'kim'}@contoso.com`];
        return { identity, ...drawn.flags[i], ...(!/^(?:global|site:)/.test(identity) && { grantedTo }) };
      }),
      mobility: drawn.policies.map((identity, i) => ({ identity, ...drawn.mobility[i] })),
      ...(isEmpty(drawn.push) ? {} : { pushNotification: drawn.push }),
      ...(isEmpty(drawn.gateway) ? {} : { xmppGateway: drawn.gateway }),
    },
    ...(isEmpty(drawn.tenant) ? {} : { tenant: drawn.tenant }),
  };
}

function edge() {
  return {
    allowFederatedUsers: fc.boolean(),
    enablePartnerDiscovery: fc.boolean(),
    useDnsSrvRouting: fc.constant(true),
    allowOutsideUsers: fc.boolean(),
    discoveredPartnerStandardRate: fc.integer({ min: 1, max: 500 }),
    outgoingTlsCountForFederatedPartners: fc.integer({ min: 1, max: 4 }),
    keepCrlsUpToDateForPeers: fc.boolean(),
  };
}

function xmpp() {
  const negotiation = () => fc.constantFrom('Required', 'Optional', 'NotSupported');
  return {
    partnerType: fc.constantFrom('Federated', 'PublicVerified', 'PublicUnverified'),
    tlsNegotiation: negotiation(),
    saslNegotiation: negotiation(),
    supportDialbackNegotiation: fc.boolean(),
    additionalDomains: domains(),
    description: words(),
  };
}

function provider() {
  return {
    verificationLevel: level(),
    iconUrl: fc.constant('https://images.example/a.png?size=16&name=b'),
    nameDecorationRoutingDomain: fc.constant('msn.com'),
    nameDecorationExcludedDomainList: domains(),
  };
}

function hosting() {
  return {
    enabledSharedAddressSpace: fc.boolean(),
    hostsOCSUsers: fc.boolean(),
    isLocal: fc.boolean(),
    verificationLevel: level(),
  };
}

function policy() {
  return {
    description: words(),
    enableFederationAccess: fc.boolean(),
    enablePublicCloudAccess: fc.boolean(),
    enableOutsideAccess: fc.boolean(),
  };
}

function mobility() {
  return {
    enableMobility: fc.boolean(),
    enableOutsideVoice: fc.boolean(),
    allowSaveCallLogs: fc.boolean(),
    allowExchangeConnectivity: fc.boolean(),
  };
}

function tenant() {
  return {
    sharedSipAddressSpace: fc.boolean(),
    allowFederatedUsers: fc.boolean(),
    allowedDomains: domains(),
    blockedDomains: domains(),
  };
}

function domain(): fc.Arbitrary<string> {
  const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}[a-z0-9]$/);
  return fc.tuple(label, fc.constantFrom('example', 'com', 'co.kr')).map((labels) => labels.join('.'));
}

function domains(): fc.Arbitrary<readonly string[]> {
  return fc.uniqueArray(domain(), { minLength: 1, maxLength: 3 });
}

function level(): fc.Arbitrary<string> {
  return fc.constantFrom('AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification');
}

/** Prose with everything in it that a shell or YAML could take for something else. */
function words(): fc.Arbitrary<string> {
  const word = fc.constantFrom(
    ...['Kim', "it's", '$(x)', '"', '`', ';', '#4711', ': ', '{a, b}', '한국', '–', '\u2019', '...', '@{', '%', 'a,b'],
  );
  return fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' ').trim());
}

function partly<T extends Readonly<Record<string, fc.Arbitrary<unknown>>>>(fields: T): fc.Arbitrary<Drawn> {
  return fc.record(fields, { requiredKeys: [] });
}

function isEmpty(drawn: Drawn): boolean {
  return Object.keys(drawn).length === 0;
}
