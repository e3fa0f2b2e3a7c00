import { derived } from '../text/derived.ts';
import { groupedBy } from '../text/grouped.ts';
import { hostKey } from '../text/host.ts';
import type { Catalog, ProviderId, PublicProvider, RegionalService } from './catalog.generated.ts';
import { daysBetween } from './dates.ts';
import { idsOf } from './ids.ts';

/** Where a public provider stands on a day: `ending` begins so many days before the last one, and holds on the last one. */
export type ServiceStatus = 'not-yet' | 'available' | 'ending' | 'ended';

/** The provider that has this identity on some server (`aim` is AOL), or goes by it as its own name, or undefined. */
export function providerByIdentity(catalog: Catalog, identity: string): ProviderId | undefined {
  return providersByName(catalog).get(identity.trim().toLowerCase());
}

const providersByName = derived((catalog: Catalog) => {
  const named = idsOf(catalog.providers).flatMap((id) => {
    const { identities, alsoCalled = [], name } = catalog.providers[id];
    return [...identities, ...alsoCalled, name].map((one) => [one.toLowerCase(), id] as const);
  });
  // Of providers that share a name, the first counts.
  return new Map(named.toReversed());
});

/** The providers that were reached through this proxy; Skype and Messenger share theirs. Unconfirmed proxies match too. */
export function providersByProxy(catalog: Catalog, proxyFqdn: string): readonly ProviderId[] {
  return providersOfProxies(catalog).get(hostKey(proxyFqdn)) ?? [];
}

const providersOfProxies = derived((catalog: Catalog) =>
  groupedBy(idsOf(catalog.providers), (id) => hostKey(catalog.providers[id].proxyFqdn)),
);

/**
 * What stands behind a provider object on the day `asOf`: its name tells, else its proxy where that is confirmed, for an
 * administrator may call it anything. Of services that shared the proxy it is the one in service, else the last one.
 */
export function providerOnServer(
  catalog: Catalog,
  { identity, proxyFqdn }: { readonly identity: string; readonly proxyFqdn: string | undefined },
  asOf: string,
): ProviderId | undefined {
  const named = providerByIdentity(catalog, identity);
  if (named !== undefined || proxyFqdn === undefined) return named;
  const byEnd = providersByProxy(catalog, proxyFqdn)
    .filter((id) => catalog.providers[id].proxyVerified)
    .toSorted((a, b) => (catalog.providers[a].lastDay < catalog.providers[b].lastDay ? -1 : 1));
  return byEnd.find((id) => isInService(catalog, catalog.providers[id], asOf)) ?? byEnd.at(-1);
}

function isInService(catalog: Catalog, provider: PublicProvider, asOf: string): boolean {
  const status = serviceStatus(catalog, provider, asOf);
  return status === 'available' || status === 'ending';
}

/** The region in which a service outlasted its end elsewhere, where the contacts are in such a one. */
export function regionOf(provider: PublicProvider, region: string | undefined): RegionalService | undefined {
  return provider.regions?.find(({ id }) => id === region);
}

/** Where the provider stands on the day `asOf` (`YYYY-MM-DD`). */
export function serviceStatus(catalog: Catalog, provider: PublicProvider, asOf: string): ServiceStatus {
  if (asOf > provider.lastDay) return 'ended';
  if (provider.availableFrom !== undefined && asOf < provider.availableFrom) return 'not-yet';
  const notice = catalog.limits['service-ending-notice'].value;
  return daysBetween(asOf, provider.lastDay) <= notice ? 'ending' : 'available';
}
