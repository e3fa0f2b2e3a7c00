import { each, keyRange, type Leaf, type Spec } from '../spec/model.ts';
import type { EdgePool } from '../spec/spec.generated.ts';
import { isPartlyUnreadable } from '../spec/unreadable.ts';
import { firstOfEach } from '../text/grouped.ts';
import { hostKey } from '../text/host.ts';
import type { Range } from '../text/range.ts';
import type { Path } from '../yaml/tree.ts';
import { federatingPools } from './edge.ts';
import { ownFederationSrvs } from './federation-srv.ts';
import type { GroundsWithFaults } from './grounds.ts';

/** A public host of an Edge pool that has another number of addresses of one kind than the pool wants. */
export interface UncountedHost {
  readonly host: string;
  readonly at: Range;
  /** Of its addresses. */
  readonly path: Path;
  readonly count: number;
  readonly wanted: number;
  /** The addresses beyond those. */
  readonly surplus: readonly Path[];
  readonly pool: { readonly loadBalancing: Leaf<NonNullable<EdgePool['loadBalancing']>> };
}

/** The public hosts whose addresses do not match the load balancing of their pool; IPv4 and IPv6 are counted apart. */
export function uncountedHosts(spec: Spec, { catalog, faults }: GroundsWithFaults): readonly UncountedHost[] {
  const pools = federatingPools(spec);
  // A record leads to the one pool that federates.
  const targets = pools.length === 1 ? ownFederationSrvs(spec, catalog).map(({ target }) => hostKey(target.value)) : [];
  return pools.flatMap(({ accessEdgeFqdn, computers, loadBalancing }) => {
    const servers = each(computers).length;
    const wanted = loadBalancing?.value === 'hardware' ? 1 : servers;
    if (loadBalancing === undefined || loadBalancing.value === 'none' || wanted === 0) return [];
    const hosts = new Set([...(accessEdgeFqdn ? [hostKey(accessEdgeFqdn.value)] : []), ...targets]);
    return [...hosts].flatMap((host) => {
      const records = each(spec.dns?.hosts).filter(
        ({ name, view }) => name && hostKey(name.value) === host && view?.value !== 'internal',
      );
      const list = records.find(({ addresses }) => addresses !== undefined)?.addresses;
      // An address that could not be read may be the one that is missing.
      if (list === undefined || records.some(({ path }) => isPartlyUnreadable(faults, path))) return [];
      const all = records.flatMap((record) => each(record.addresses));
      const addresses = firstOfEach(all, ({ value }) => value.toLowerCase());
      const kinds = [/:/, /^[^:]*$/].map((kind) => addresses.filter(({ value }) => kind.test(value)));
      const wrong = kinds.find(({ length }) => length > 0 && length !== wanted);
      if (wrong === undefined) return [];
      const surplus = wrong.slice(wanted).map(({ path }) => path);
      return [
        { host, at: keyRange(list), path: list.path, count: wrong.length, wanted, surplus, pool: { loadBalancing } },
      ];
    });
  });
}
