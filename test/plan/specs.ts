import fc from 'fast-check';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { type Declared, declared } from '../../server/src/plan/declared.ts';
import { readSpec } from '../../server/src/spec/read.ts';

/** The state a spec declares; the spec is written as JSON, which is YAML. */
export function declare(spec: object): Declared {
  return declared(readSpec(JSON.stringify(spec)).spec, catalog);
}

export const DOMAINS = ['a.example', 'b.example', 'c.example', 'd.example'] as const;
export const PROVIDERS = ['Skype', 'AOL', 'Contoso IM'] as const;
const PROXIES = ['federation.messenger.msn.com', 'im.example', 'chat.example', 'sipfed.online.lync.com'] as const;

/** What some list says of each of a few names: nothing, or one of the values. */
function some<N extends string, T>(
  names: readonly N[],
  value: fc.Arbitrary<T>,
): fc.Arbitrary<readonly (readonly [N, T])[]> {
  return fc
    .tuple(
      ...names.map((name) =>
        fc.option(
          value.map((one) => [name, one] as const),
          { nil: undefined },
        ),
      ),
    )
    .map((all) => all.flatMap((one) => (one === undefined ? [] : [one])));
}

const flag = fc.boolean();
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const optional = <T extends Record<string, fc.Arbitrary<unknown>>>(keys: T) => fc.record(keys, { requiredKeys: [] });

const levels = fc.constantFrom('AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification');

const edge = fc.oneof(
  optional({
    allowFederatedUsers: flag,
    enablePartnerDiscovery: flag,
    useDnsSrvRouting: fc.constant(true),
    allowOutsideUsers: flag,
    discoveredPartnerStandardRate: fc.constantFrom(20, 40),
    beClearingHouse: flag,
  }),
);
const defaultRoute = fc.record({
  useDefaultRouting: fc.constant(true),
  defaultRouteFqdn: fc.constantFrom('route.example', 'other.example'),
  allowFederatedUsers: flag,
});

const lists = some(DOMAINS, fc.constantFrom('allowed', 'pinned', 'noted', 'blocked', 'blocked-noted')).map(
  (entries) => ({
    allowed: entries.flatMap(([domain, as]): readonly unknown[] => {
      if (as === 'allowed') return [domain];
      if (as === 'pinned') return [{ domain, proxyFqdn: `edge.${domain}` }];
      return as === 'noted' ? [{ domain, comment: `it's "${domain}"` }] : [];
    }),
    blocked: entries.flatMap(([domain, as]): readonly unknown[] => {
      if (as === 'blocked') return [domain];
      return as === 'blocked-noted' ? [{ domain, comment: 'spam; $(now)' }] : [];
    }),
  }),
);

const xmpp = some(
  ['x.example', 'y.example'],
  optional({
    partnerType: fc.constantFrom('Federated', 'PublicVerified'),
    additionalDomains: fc.subarray(['p.x.example', 'q.x.example']),
  }),
).map((entries) => entries.map(([domain, settings]) => ({ domain, ...settings })));

const sip = fc
  .tuple(fc.subarray(['s.example', 't.example', 'u.example'], { minLength: 1 }), fc.nat())
  .map(([names, place]) => names.map((identity, i) => ({ identity, isDefault: i === place % names.length })));

const providers = fc
  .tuple(
    some(
      PROVIDERS,
      optional({ enabled: flag, verificationLevel: levels, iconUrl: fc.constant('https://im.example/i.png') }),
    ),
    maybe(
      optional({
        enabledSharedAddressSpace: flag,
        verificationLevel: levels,
        autodiscoverUrl: fc.constant('https://a.example/x'),
      }),
    ),
    fc.shuffledSubarray([...PROXIES], { minLength: PROXIES.length }),
  )
  .map(([list, hosting, proxies]) => ({
    public: list.map(([identity, settings], i) => ({ identity, enabled: false, proxyFqdn: proxies[i], ...settings })),
    hosting: hosting ? [{ identity: 'Hosted', enabled: true, proxyFqdn: proxies[3], ...hosting }] : [],
  }));

const rights = optional({
  enableFederationAccess: flag,
  enablePublicCloudAccess: flag,
  enableOutsideAccess: flag,
  description: fc.constantFrom('Field staff', "O'Neil’s"),
});
const externalAccess = fc
  .tuple(
    rights,
    some(['site:Seoul', 'Sales', 'Guests'], rights),
    some(['kim@s.example', 'lee@s.example'], fc.constantFrom('Sales', 'Guests')),
  )
  .map(([global, policies, grants]) => [
    { identity: 'global', enableFederationAccess: false, ...global },
    ...policies.map(([identity, settings]) => ({
      identity,
      enableFederationAccess: true,
      ...settings,
      ...(identity.includes(':')
        ? {}
        : { grantedTo: grants.flatMap(([user, policy]) => (policy === identity ? [user] : [])) }),
    })),
  ]);

const policies = fc.record(
  {
    externalAccess,
    mobility: some(['global', 'Field'], optional({ enableMobility: flag, allowSaveCallLogs: flag })).map((entries) =>
      entries.map(([identity, settings]) => ({ identity, enableMobility: false, ...settings })),
    ),
    pushNotification: optional({
      enableApplePushNotificationService: flag,
      enableMicrosoftPushNotificationService: flag,
    }),
    xmppGateway: optional({ connectionLimit: fc.constantFrom(1000, 500) }),
  },
  { requiredKeys: ['externalAccess'] },
);

/** Specs in which all sections agree with each other. */
export const specs: fc.Arbitrary<object> = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: edge }, { weight: 1, arbitrary: defaultRoute }),
    lists,
    xmpp,
    sip,
    providers,
    policies,
  )
  .map(([configuration, { allowed, blocked }, partners, own, services, rules]) => ({
    lyncFederation: 1,
    server: { product: 'sfb-2015' },
    edge: { configuration },
    domains: { allowed, blocked, xmpp: partners, sip: own },
    providers: 'useDefaultRouting' in configuration ? { public: [], hosting: [] } : services,
    policies: rules,
  }));
