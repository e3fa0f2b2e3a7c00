import type { Catalog, ProviderId } from '../catalog/catalog.generated.ts';
import { nouns } from '../catalog/nouns.ts';
import { providerByIdentity, serviceStatus } from '../catalog/providers.ts';
import { each, type Leaf, type Spec } from '../spec/model.ts';
import type { Grounds } from './grounds.ts';
import { type HostingEntry, sharesUsers } from './hosting-providers.ts';
import type { PublicProviderEntry } from './public-providers.ts';

/** A provider of either list that has a name. */
export interface NamedProvider {
  readonly entry: PublicProviderEntry | HostingEntry;
  readonly noun: typeof nouns.publicProvider | typeof nouns.hostingProvider;
  readonly identity: Leaf<string>;
  readonly id: ProviderId | undefined;
  /** As stated, else what a provider of this name is known to use. */
  readonly proxyFqdn: string | undefined;
}

/** All providers of the spec that have a name, as they stand in the text. */
export function namedProviders({ providers }: Spec, catalog: Catalog): readonly NamedProvider[] {
  const open = each(providers?.public).flatMap((entry): NamedProvider[] => {
    if (entry.identity === undefined) return [];
    const id = providerByIdentity(catalog, entry.identity.value);
    const known = id && catalog.providers[id];
    const proxyFqdn = entry.proxyFqdn?.value ?? (known?.proxyVerified ? known.proxyFqdn : undefined);
    return [{ entry, noun: nouns.publicProvider, identity: entry.identity, id, proxyFqdn }];
  });
  const hosting = each(providers?.hosting).flatMap((entry): NamedProvider[] => {
    if (entry.identity === undefined) return [];
    return [
      {
        entry,
        noun: nouns.hostingProvider,
        identity: entry.identity,
        id: undefined,
        proxyFqdn: entry.proxyFqdn?.value,
      },
    ];
  });
  return [...open, ...hosting].toSorted((a, b) => a.identity.at.start - b.identity.at.start);
}

/** Whether the other one has taken over the users of the first. */
export function isSuperseded({ id }: NamedProvider, other: NamedProvider, { catalog, asOf }: Grounds): boolean {
  if (id === undefined || other.id === undefined || catalog.providers[id].successor !== other.id) return false;
  return serviceStatus(catalog, catalog.providers[other.id], asOf) !== 'not-yet';
}

/** Whether the other one does for a hybrid what this one did for partners alone; hybrid is set up by removing it. */
export function isOutgrown(one: NamedProvider, other: NamedProvider, { tenant }: Spec): boolean {
  const isHybrid = (provider: NamedProvider) => 'hostsOCSUsers' in provider.entry && sharesUsers(provider.entry);
  return tenant?.sharedSipAddressSpace?.value !== false && isHybrid(other) && !isHybrid(one) && one.noun === other.noun;
}

/** Providers of ended services all have to go, whatever they share. */
export function bothEnded(pair: readonly NamedProvider[], { catalog, asOf }: Grounds): boolean {
  return pair.every(({ id }) => id !== undefined && serviceStatus(catalog, catalog.providers[id], asOf) === 'ended');
}
