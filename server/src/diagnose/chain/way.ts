import type { ProviderId } from '../../catalog/catalog.generated.ts';
import { idsOf } from '../../catalog/ids.ts';
import { providerByIdentity, providerOnServer, serviceStatus } from '../../catalog/providers.ts';
import { isRoutedByDefault } from '../../deployment/edge.ts';
import type { Grounds } from '../../deployment/grounds.ts';
import { hostedPartners } from '../../deployment/hosting-providers.ts';
import type { PartnerEntry } from '../../deployment/partners.ts';
import type { PublicProviderEntry } from '../../deployment/public-providers.ts';
import { isTenantAlone } from '../../deployment/tenant.ts';
import { each, type Spec } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';

/** By what a partner is reached, which decides through which links a message passes. */
export type Way = 'record' | 'pin' | 'cloud' | 'default-route' | 'public' | 'xmpp' | 'tenant';

/** A public provider that somebody asks about, and its entry, where the spec has one. */
export interface PublicPartner {
  readonly id: ProviderId | undefined;
  readonly entry: PublicProviderEntry | undefined;
  /** Whether its service is there on the day, as far as anybody knows. */
  readonly isThere: boolean;
}

/** The way to a partner that is on the lists of a spec, or would be discovered. */
export function wayTo(spec: Spec, { catalog }: Grounds, entry: PartnerEntry | undefined): Way {
  if (isTenantAlone(spec)) return 'tenant';
  if (entry === undefined) return 'xmpp';
  if (isRoutedByDefault(spec)) return 'default-route';
  if (hostedPartners(spec, catalog, [entry]).length > 0) return 'cloud';
  return entry.proxyFqdn ? 'pin' : 'record';
}

/** The public provider that has a name, or whose own domain it is: one of its users', or the one that its proxy stands in. */
export function publicPartner(spec: Spec, { catalog, asOf }: Grounds, word: string): PublicPartner | undefined {
  const host = hostKey(word);
  const named = providerByIdentity(catalog, word);
  const own = idsOf(catalog.providers).filter((id) => {
    const { proxyFqdn, nameDecoration } = catalog.providers[id];
    return isWithin(proxyFqdn, host) || nameDecoration?.excludedDomains.some((domain) => domain === host);
  });
  const ids = named ? [named] : own;
  const idOf = ({ identity, proxyFqdn }: PublicProviderEntry) =>
    providerOnServer(catalog, { identity: identity?.value ?? '', proxyFqdn: proxyFqdn?.value }, asOf);
  const entry = each(spec.providers?.public).find((one) => {
    const id = idOf(one);
    const isNamed = one.identity?.value.toLowerCase() === word.trim().toLowerCase();
    return isNamed || (id !== undefined && ids.includes(id)) || isWithin(one.proxyFqdn?.value, host);
  });
  const partner = (id: ProviderId | undefined): PublicPartner => {
    const status = id && serviceStatus(catalog, catalog.providers[id], asOf);
    return { id, entry, isThere: status !== 'ended' && status !== 'not-yet' };
  };
  if (entry) return partner(idOf(entry));
  // Of those that share a proxy, the one that lasts.
  const [last] = ids.toSorted((a, b) => (catalog.providers[a].lastDay < catalog.providers[b].lastDay ? 1 : -1));
  return last && partner(last);
}

function isWithin(proxy: string | undefined, host: string): boolean {
  return proxy !== undefined && host.includes('.') && hostKey(proxy).endsWith(`.${host}`);
}
