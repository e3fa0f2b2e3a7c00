import { sameHost } from '../text/host.ts';
import type { Catalog, ProviderId, PublicProvider } from './catalog.generated.ts';
import { daysBetween } from './dates.ts';
import { idsOf } from './ids.ts';

/** Where a public provider stands on a day: `ending` begins so many days before the last one, and holds on the last one. */
export type ServiceStatus = 'not-yet' | 'available' | 'ending' | 'ended';

/** The provider that has this identity on some server (`aim` is AOL), or undefined. */
export function providerByIdentity(catalog: Catalog, identity: string): ProviderId | undefined {
  return idsOf(catalog.providers).find((id) =>
    catalog.providers[id].identities.some((name) => name.toLowerCase() === identity.trim().toLowerCase()),
  );
}

/** The providers that were reached through this proxy; Skype and Messenger share theirs. Unconfirmed proxies match too. */
export function providersByProxy(catalog: Catalog, proxyFqdn: string): readonly ProviderId[] {
  return idsOf(catalog.providers).filter((id) => sameHost(catalog.providers[id].proxyFqdn, proxyFqdn));
}

/** Where the provider stands on the day `asOf` (`YYYY-MM-DD`). */
export function serviceStatus(catalog: Catalog, provider: PublicProvider, asOf: string): ServiceStatus {
  if (asOf > provider.lastDay) return 'ended';
  if (provider.availableFrom !== undefined && asOf < provider.availableFrom) return 'not-yet';
  const notice = catalog.limits['service-ending-notice'].value;
  return daysBetween(asOf, provider.lastDay) <= notice ? 'ending' : 'available';
}
