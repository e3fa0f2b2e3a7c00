import type { AddressRange, Catalog } from '../catalog/catalog.generated.ts';
import { bitsOf, network } from '../text/address.ts';
import { derived } from '../text/derived.ts';
import { hostKey } from '../text/host.ts';

/** Whether nobody can register the name, so that no public DNS server answers for it. */
export function isPrivateName(catalog: Catalog, name: string): boolean {
  const key = hostKey(name);
  const dot = key.lastIndexOf('.');
  return dot < 0 || reservedLabels(catalog).has(key.slice(dot + 1));
}

/** The last labels under which nobody can register a name. */
const reservedLabels = derived(
  (catalog: Catalog) => new Set(Object.values(catalog.namespaces).flatMap(({ names }) => names)),
);

/** Of which kind an address is that the internet does not route to one host; nothing for a public one. */
export function specialRange(catalog: Catalog, address: string): AddressRange | undefined {
  const bits = bitsOf(address);
  if (bits === undefined) return undefined;
  return specialNetworks(catalog).find(({ size, begin }) => bits.length === size && bits.startsWith(begin))?.range;
}

const specialNetworks = derived((catalog: Catalog) =>
  Object.values(catalog.ranges).flatMap((range) => range.prefixes.map((prefix) => ({ ...network(prefix), range }))),
);
