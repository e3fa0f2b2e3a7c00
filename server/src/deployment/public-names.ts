import type { AddressRange, Catalog } from '../catalog/catalog.generated.ts';
import { isWithin } from '../text/address.ts';
import { hostKey } from '../text/host.ts';

/** Whether nobody can register the name, so that no public DNS server answers for it. */
export function isPrivateName(catalog: Catalog, name: string): boolean {
  const labels = hostKey(name).split('.');
  const reserved = Object.values(catalog.namespaces).flatMap(({ names }) => names);
  return labels.length === 1 || reserved.includes(labels.at(-1) ?? '');
}

/** Of which kind an address is that the internet does not route to one host; nothing for a public one. */
export function specialRange(catalog: Catalog, address: string): AddressRange | undefined {
  return Object.values(catalog.ranges).find(({ prefixes }) => prefixes.some((prefix) => isWithin(address, prefix)));
}
