import type { Grounds } from '../../deployment/grounds.ts';
import type { PartnerEntry } from '../../deployment/partners.ts';
import type { PublicProviderEntry } from '../../deployment/public-providers.ts';
import { isTenantAlone } from '../../deployment/tenant.ts';
import { each, type Leaf, type List, type Located, type Place, type Spec } from '../../spec/model.ts';
import type { DiscoveredDomain } from '../../spec/spec.generated.ts';
import { hostKey, sameHost } from '../../text/host.ts';
import { type PublicPartner, publicPartner, type Way, wayTo } from './way.ts';

/** A spec as it would be if it were there for one partner. */
export interface Alone {
  readonly spec: Spec;
  /** As names compare. */
  readonly partner: string;
  readonly way: Way;
  /** What the spec says of the partner; where it names it nowhere, that it is to be discovered. */
  readonly entry: PartnerEntry | undefined;
  readonly provider: PublicPartner | undefined;
  /** Whether the spec names it at all. */
  readonly isNamed: boolean;
}

/**
 * A spec with one partner only, so that all that rules find is about that one. A partner that no list names is judged as one that
 * is to be discovered, and a provider as one that is enabled: that is what somebody wants who writes to it. What stands where is not
 * changed.
 */
export function aloneWith(spec: Spec, grounds: Grounds, asked: string): Alone {
  const word = asked.slice(asked.lastIndexOf('@') + 1).trim();
  const partner = hostKey(word);
  const { cmdlets: _, providers, domains = NOWHERE, ...others } = spec;
  const { allowed, discovered, blocked, xmpp, ...kept }: NonNullable<Spec['domains']> = domains;
  const isMeant = (name: Leaf<string> | undefined) => name !== undefined && sameHost(name.value, partner);
  const isAbove = (name: Leaf<string> | undefined) => name !== undefined && partner.endsWith(`.${hostKey(name.value)}`);
  const here = only(allowed, ({ domain }) => isMeant(domain));
  const awaited = only(discovered, ({ domain }) => isMeant(domain));
  const chatting = only(xmpp, ({ domain }) => isMeant(domain));
  const kicked = only(blocked, ({ domain }) => isMeant(domain) || isAbove(domain));
  const [named] = [...each(here), ...each(awaited)].flatMap(({ domain, ...one }) => (domain ? { domain, ...one } : []));
  const isChatting = each(chatting).length > 0;
  const isListed = named !== undefined || isChatting;
  const provider = isListed || isTenantAlone(spec) ? undefined : publicPartner(spec, grounds, word);
  const laidIn = isListed || provider ? undefined : toBeDiscovered(partner, discovered);
  const waiting = laidIn ? { ...(discovered ?? laidIn), items: [laidIn] } : awaited;
  const those = provider
    ? [provider.entry ?? toBeUsed(nameOf(provider, grounds) ?? word)].map((one) => ({ ...one, enabled: on(one) }))
    : undefined;
  const inUse = those ? { ...(providers?.public ?? NOWHERE), items: those } : providers?.public;
  const alone: Spec = {
    ...others,
    ...((providers ?? inUse) && { providers: { ...(providers ?? NOWHERE), ...(inUse && { public: inUse }) } }),
    domains: {
      ...kept,
      ...(here && { allowed: here }),
      ...(waiting && { discovered: waiting }),
      ...(kicked && { blocked: kicked }),
      ...(chatting && { xmpp: chatting }),
    },
  };
  const entry = isChatting ? undefined : (named ?? laidIn);
  return {
    spec: alone,
    partner: provider ? word : partner,
    provider,
    entry,
    way: provider ? 'public' : wayTo(alone, grounds, entry),
    isNamed: isListed || provider?.entry !== undefined || each(kicked).some(({ domain }) => isMeant(domain)),
  };
}

function only<T>(list: List<T> | undefined, isKept: (one: Located<T>) => boolean): List<T> | undefined {
  return list && { ...list, items: list.items.filter(isKept) };
}

/** An entry that nobody wrote. */
function toBeDiscovered(
  domain: string,
  discovered: List<DiscoveredDomain> | undefined,
): Located<DiscoveredDomain> & PartnerEntry {
  const path = ['domains', 'discovered', each(discovered).length];
  const place = { ...NOWHERE, path };
  return { ...place, domain: { ...place, path: [...path, 'domain'], value: domain, verbatimAt: undefined } };
}

function nameOf({ id }: PublicPartner, { catalog }: Grounds): string | undefined {
  return id && catalog.providers[id].identities[0];
}

function toBeUsed(name: string): PublicProviderEntry {
  const path = ['providers', 'public', 0];
  const place = { ...NOWHERE, path };
  return { ...place, identity: { ...place, path: [...path, 'identity'], value: name, verbatimAt: undefined } };
}

function on(entry: PublicProviderEntry): Leaf<boolean> {
  const { at, keyAt, path } = entry.enabled ?? { ...entry, path: [...entry.path, 'enabled'] };
  return { at, keyAt, path, value: true, verbatimAt: undefined };
}

/** What nobody wrote stands behind the end of the text. */
export const NOWHERE: Place = {
  at: { start: Number.MAX_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER },
  keyAt: undefined,
  path: ['domains'],
};

/** Whether something stands in the text. */
export function isWritten({ start }: { readonly start: number }): boolean {
  return start !== NOWHERE.at.start;
}
