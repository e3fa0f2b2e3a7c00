import type { Catalog } from '../catalog/catalog.generated.ts';
import type { List, Located, Spec } from '../spec/model.ts';
import { itemNamed } from '../spec/observed.ts';
import type { AllowedDomain, DiscoveredDomain, Partner } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';
import { code, type Message, prose, say } from '../text/message.ts';
import { discovers } from './edge.ts';
import type { Grounds } from './grounds.ts';
import { providerFor, serviceFor } from './hosting-providers.ts';
import { hasNoRecord, hostedBy } from './partners.ts';
import { admission, areTrialsBlocked, isTenantAlone } from './tenant.ts';
import { serverWithoutXmpp, xmppGateway } from './xmpp-gateway.ts';

/** How a partner domain is reached: the federation types of the product, and the two ways of not being reached. */
export type PartnerKind =
  | 'allowed-server'
  | 'allowed-domain'
  | 'discovered'
  | 'hosted'
  | 'xmpp'
  | 'blocked'
  | 'unreachable';

/** The spec's answer for a partner domain, and why. */
export interface Classified {
  readonly kind: PartnerKind;
  readonly reason: Message;
}

/** How users of this spec reach a partner domain, by the settings and lists that decide it in the order in which they do. */
export function classify(spec: Spec, grounds: Grounds, domain: string): Classified {
  const of = <T>(list: List<T> | undefined) => list && itemNamed(list, hostKey(domain));
  const { allowed, discovered, blocked, xmpp } = spec.domains ?? {};
  return classifyListed(spec, grounds, {
    domain,
    allowed: of(allowed),
    discovered: of(discovered),
    blocked: of(blocked) !== undefined,
    xmpp: of(xmpp) !== undefined,
  });
}

/** The entries of a partner domain in the lists of a spec. */
export interface Listed {
  readonly domain: string;
  readonly allowed: Located<AllowedDomain> | undefined;
  readonly discovered: Located<DiscoveredDomain> | undefined;
  readonly blocked: boolean;
  readonly xmpp: boolean;
}

/** The same for who knows already where the domain is listed. */
export function classifyListed(
  spec: Spec,
  grounds: Grounds,
  { domain, allowed, discovered, blocked, xmpp }: Listed,
): Classified {
  const { catalog } = grounds;
  const { edge } = spec;
  const isDiscovering = discovers(spec) === true;
  const entry = allowed ?? discovered;
  if (isTenantAlone(spec)) return inTenant(spec, grounds, { domain, partner: entry?.partner });

  if (edge?.configuration?.allowFederatedUsers?.value !== true)
    return {
      kind: 'unreachable',
      reason: say`Federation is off: ${code('allowFederatedUsers')} is not ${code(true)}.`,
    };
  if (blocked) return { kind: 'blocked', reason: say`It is on the block list, which wins over discovery.` };
  if (xmpp) return overXmpp(spec, grounds);
  const { partner } = entry ?? {};
  const about = { domain: { value: domain }, ...(partner && { partner }) };
  if (hostedBy(catalog, about)) return hosted(spec, catalog, { about, isListed: allowed !== undefined, isDiscovering });
  if (allowed?.proxyFqdn)
    return {
      kind: 'allowed-server',
      reason: say`It is on the allow list with the server ${code(allowed.proxyFqdn.value)}; no SRV record is looked up.`,
    };
  if (hasNoRecord(partner))
    return {
      kind: 'unreachable',
      reason: say`It has no federation SRV record, and no server is named on the allow list.`,
    };
  if (allowed)
    return {
      kind: 'allowed-domain',
      reason: say`It is on the allow list; its server is found by its federation SRV record.`,
    };
  if (isDiscovering)
    return {
      kind: 'discovered',
      reason: say`It is on no list, and partner discovery finds it by its federation SRV record.`,
    };
  return { kind: 'unreachable', reason: say`It is not on the allow list, and partner discovery is off.` };
}

/** An XMPP partner, by what the server has of XMPP: a gateway of its own, a separate one, or none. */
function overXmpp(spec: Spec, { catalog, asOf }: Grounds): Classified {
  const product = serverWithoutXmpp(spec, catalog)?.value;
  const gateway = product && xmppGateway(catalog, product);
  if (product && (catalog.products[product].xmpp === 'removed' || gateway?.fits === false))
    return {
      kind: 'unreachable',
      reason: say`It is an XMPP partner, and ${prose(catalog.products[product].name)} has no XMPP.`,
    };
  if (gateway?.fits && asOf < gateway.availableFrom)
    return {
      kind: 'unreachable',
      reason: say`It is an XMPP partner, and the ${prose(gateway.name)} is there only from ${gateway.availableFrom} on.`,
    };
  if (gateway)
    return {
      kind: 'xmpp',
      reason: say`It is an XMPP partner, reached only through the ${prose(gateway.name)}, a server role beside the Edge.`,
    };
  return { kind: 'xmpp', reason: say`It is an XMPP partner, reached through the XMPP gateway.` };
}

/** The answer of a tenant that stands alone: its switch and its lists decide, and Microsoft 365 finds the partner. */
function inTenant(
  spec: Spec,
  { catalog, asOf }: Grounds,
  { domain, partner }: { readonly domain: string; readonly partner: Located<Partner> | undefined },
): Classified {
  const isTrial = areTrialsBlocked(catalog, asOf) && partner?.trialOnly?.value === true;
  const { is } = admission(spec, { domain, isTrial });
  switch (is) {
    case 'off':
      return {
        kind: 'unreachable',
        reason: say`Federation is off in the tenant: ${code('allowFederatedUsers')} is not ${code(true)}.`,
      };
    case 'nobody':
      return { kind: 'unreachable', reason: say`The allow list of the tenant is empty, so that it reaches nobody.` };
    case 'unlisted':
      return { kind: 'unreachable', reason: say`It is not on the allow list of the tenant, which closes all others.` };
    case 'blocked':
      return { kind: 'blocked', reason: say`It is on the block list of the tenant.` };
    case 'trial':
      return {
        kind: 'unreachable',
        reason: say`It is a trial tenant, and the tenant does not let such in.`,
      };
    case 'admitted':
      if (hasNoRecord(partner))
        return {
          kind: 'unreachable',
          reason: say`It has no federation SRV record, by which the tenant would find it.`,
        };
      return spec.tenant?.allowedDomains === undefined
        ? { kind: 'discovered', reason: say`The tenant is open to all, and finds it by its federation SRV record.` }
        : {
            kind: 'allowed-domain',
            reason: say`It is on the allow list of the tenant, which finds it by its federation SRV record.`,
          };
  }
}

/** What a kind is called. */
export function kindLabel(kind: PartnerKind): Message {
  switch (kind) {
    case 'allowed-server':
      return say`allowed partner server`;
    case 'allowed-domain':
      return say`allowed partner domain`;
    case 'discovered':
      return say`discovered partner domain`;
    case 'hosted':
      return say`hosted partner`;
    case 'xmpp':
      return say`XMPP partner`;
    case 'blocked':
      return say`blocked`;
    case 'unreachable':
      return say`not reachable`;
  }
}

/** The same with the name that older servers gave it, where they had another one. */
export function kindName(kind: PartnerKind): Message {
  const label = kindLabel(kind);
  switch (kind) {
    case 'allowed-server':
      return say`${label} (before: direct federation)`;
    case 'allowed-domain':
      return say`${label} (before: enhanced federation)`;
    case 'discovered':
      return say`${label} (before: open enhanced federation)`;
    case 'hosted':
      return say`${label}, reached through a hosting provider (before: clearing house)`;
    default:
      return label;
  }
}

interface Hosted {
  readonly about: Parameters<typeof serviceFor>[1];
  readonly isListed: boolean;
  readonly isDiscovering: boolean;
}

function hosted(spec: Spec, catalog: Catalog, { about, isListed, isDiscovering }: Hosted): Classified {
  const provider = providerFor(spec, catalog, about);
  const { name, proxyFqdns } = catalog.hosting[serviceFor(catalog, about)];
  if (provider === undefined)
    return {
      kind: 'unreachable',
      reason: say`${prose(name)} hosts it, and no enabled hosting provider has the proxy ${code(proxyFqdns[0])}.`,
    };
  if (!isListed && !isDiscovering)
    return {
      kind: 'unreachable',
      reason: say`${prose(name)} hosts it, but it is not on the allow list and partner discovery is off.`,
    };
  return {
    kind: 'hosted',
    reason: say`${prose(name)} hosts it, reached through the hosting provider ${code(provider.identity?.value ?? '')}.`,
  };
}
