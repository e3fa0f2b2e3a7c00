import { catalog } from '../../catalog/catalog.generated.ts';
import { federatingPools } from '../../deployment/edge.ts';
import { federationSrvs } from '../../deployment/federation-srv.ts';
import { hostedPartners, hostingInUse, providerFor, sharesUsers } from '../../deployment/hosting-providers.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { each, type Leaf, type List, type Place, type Spec } from '../../spec/model.ts';
import { groupedBy } from '../../text/grouped.ts';
import { hostKey } from '../../text/host.ts';
import { type Message, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';

/** One thing of a spec relies on another, at a place of the first one. */
export interface Call {
  readonly from: Place;
  readonly to: Place;
  readonly at: Range;
}

/** A way in which things of one section rely on those of another. Sections are told by path, with `*` for each item of a list. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly why: Message;
  /** All calls of this kind, in order; one pass over each list. */
  calls(spec: Spec, asOf: string): Iterable<Call>;
}

/** How federation hangs together: from policies by providers to domains, their records, the Edge and its certificates. */
export const ways: readonly Way[] = [
  {
    from: 'policies.externalAccess.*',
    to: 'providers.public.*',
    why: say`A policy with public cloud access lets its users reach the public providers that are enabled and in service.`,
    *calls(spec, asOf) {
      const providers = activeProviders(spec, { catalog, asOf }).map(({ entry }) => entry);
      yield* allowed(spec, 'enablePublicCloudAccess', providers);
    },
  },
  {
    from: 'policies.externalAccess.*',
    to: 'providers.hosting.*',
    why: say`A policy with federation access lets its users reach the partners behind the hosting providers that are enabled.`,
    *calls(spec) {
      yield* allowed(spec, 'enableFederationAccess', hostingInUse(spec));
    },
  },
  {
    from: 'policies.externalAccess.*',
    to: 'domains.allowed',
    why: say`A policy with federation access lets its users reach the domains of the allow list.`,
    *calls(spec) {
      yield* allowed(spec, 'enableFederationAccess', present(spec.domains?.allowed));
    },
  },
  {
    from: 'policies.externalAccess.*',
    to: 'domains.xmpp',
    why: say`A policy with XMPP access lets its users reach the XMPP partners.`,
    *calls(spec) {
      yield* allowed(spec, 'enableXmppAccess', present(spec.domains?.xmpp));
    },
  },
  {
    from: 'edge.configuration',
    to: 'domains.allowed',
    why: say`While federation is on, the Edge lets the domains of the allow list in and out.`,
    *calls(spec) {
      yield* configured(spec, 'allowFederatedUsers', present(spec.domains?.allowed));
    },
  },
  {
    from: 'edge.configuration',
    to: 'domains.discovered',
    why: say`While partner discovery is on, the Edge lets partners in and out that it finds by their records.`,
    *calls(spec) {
      yield* configured(spec, 'enablePartnerDiscovery', present(spec.domains?.discovered));
    },
  },
  {
    from: 'edge.configuration',
    to: 'edge.pools.*',
    why: say`The configuration holds for the Edge pools that carry federation.`,
    *calls(spec) {
      yield* configured(spec, 'allowFederatedUsers', federatingPools(spec));
    },
  },
  listed('domains.allowed', (spec) => spec.domains?.allowed),
  listed('domains.discovered', (spec) => spec.domains?.discovered),
  listed('domains.xmpp', (spec) => spec.domains?.xmpp),
  {
    from: 'providers.public.*',
    to: 'domains.sip.*',
    why: say`A public provider serves the SIP domains of the provisioning request; where it names none, all of them.`,
    *calls({ providers, domains, provisioning }) {
      const named =
        provisioning?.sipDomains && new Set(each(provisioning.sipDomains).map(({ value }) => hostKey(value)));
      const served = each(domains?.sip).filter(
        ({ identity }) => identity && (named?.has(hostKey(identity.value)) ?? true),
      );
      yield* product(each(providers?.public), served, ({ identity }) => identity);
    },
  },
  {
    from: 'providers.hosting.*',
    to: 'domains.sip.*',
    why: say`A hosting provider with a shared address space is home to users of the SIP domains.`,
    *calls(spec) {
      yield* product(hostingInUse(spec).filter(sharesUsers), each(spec.domains?.sip), ({ identity }) => identity);
    },
  },
  {
    from: 'providers.hosting.*',
    to: 'domains.allowed.*',
    why: say`A hosting provider leads to the partners of the allow list that its service hosts.`,
    *calls(spec) {
      yield* hosted(spec, 'allowed');
    },
  },
  {
    from: 'providers.hosting.*',
    to: 'domains.discovered.*',
    why: say`A hosting provider leads to the discovered partners that its service hosts.`,
    *calls(spec) {
      yield* hosted(spec, 'discovered');
    },
  },
  {
    from: 'domains.sip.*',
    to: 'dns.srv.*',
    why: say`Partners find a SIP domain by its federation SRV record.`,
    *calls(spec) {
      const records = groupedBy(federationSrvs(spec, catalog), ({ domain }) => domain);
      for (const from of each(spec.domains?.sip)) {
        const { identity } = from;
        if (identity) for (const to of records.get(hostKey(identity.value)) ?? []) yield { from, to, at: identity.at };
      }
    },
  },
  {
    from: 'dns.srv.*',
    to: 'edge.pools.*',
    why: say`A federation SRV record leads to the Edge pool with that name outside.`,
    *calls(spec) {
      const pools = groupedBy(each(spec.edge?.pools), ({ accessEdgeFqdn }) => hostKey(accessEdgeFqdn?.value ?? ''));
      for (const from of federationSrvs(spec, catalog)) {
        const { target } = from;
        if (target) for (const to of pools.get(hostKey(target.value)) ?? []) yield { from, to, at: target.at };
      }
    },
  },
  {
    from: 'edge.pools.*',
    to: 'certificates.*',
    why: say`An Edge pool shows its certificate to partners.`,
    *calls({ edge, certificates }) {
      const named = groupedBy(each(certificates), ({ name }) => name?.value.toLowerCase() ?? '');
      for (const from of each(edge?.pools)) {
        const { certificate } = from;
        if (certificate)
          for (const to of named.get(certificate.value.toLowerCase()) ?? []) yield { from, to, at: certificate.at };
      }
    },
  },
];

/** A list stands for its items, so that thousands of them are one line until somebody looks into it. */
function listed(path: string, listIn: (spec: Spec) => List<object> | undefined): Way {
  return {
    from: path,
    to: `${path}.*`,
    why: say`The list holds these domains.`,
    *calls(spec) {
      const list = listIn(spec);
      for (const to of each(list)) if (list) yield { from: list, to, at: list.keyAt ?? list.at };
    },
  };
}

type Flag = 'enableFederationAccess' | 'enablePublicCloudAccess' | 'enableXmppAccess';

/** What the policies with a flag let their users reach. */
function* allowed({ policies }: Spec, flag: Flag, reached: readonly Place[]): Iterable<Call> {
  const having = each(policies?.externalAccess).filter((policy) => policy[flag]?.value === true);
  yield* product(having, reached, (policy) => policy[flag]);
}

function* configured(
  { edge }: Spec,
  flag: 'allowFederatedUsers' | 'enablePartnerDiscovery',
  reached: readonly Place[],
): Iterable<Call> {
  const configuration = edge?.configuration;
  if (configuration?.[flag]?.value === true) yield* product([configuration], reached, (one) => one[flag]);
}

function* hosted(spec: Spec, list: 'allowed' | 'discovered'): Iterable<Call> {
  for (const partner of hostedPartners(spec, catalog).filter(({ path, proxyFqdn }) => path[1] === list && !proxyFqdn)) {
    const provider = providerFor(spec, catalog, partner);
    if (provider) yield* product([provider], [partner], ({ identity }) => identity);
  }
}

/** Each of some with each of others; `at` is the value of the first that says so. */
function* product<T extends Place>(
  some: readonly T[],
  others: readonly Place[],
  at: (one: T) => Leaf<unknown> | undefined,
): Iterable<Call> {
  for (const from of some) for (const to of others) yield { from, to, at: (at(from) ?? from).at };
}

function present(place: Place | undefined): readonly Place[] {
  return place === undefined ? [] : [place];
}
