import type { Catalog } from '../catalog/catalog.generated.ts';
import { isExemptSrvTarget } from '../catalog/hosting.ts';
import { accessEdgeNames } from '../deployment/edge.ts';
import { ownFederationSrvs } from '../deployment/federation-srv.ts';
import { each, type Located, type Spec } from '../spec/model.ts';
import type { HostRecord } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';
import { placeholder } from '../text/placeholder.ts';
import { append } from '../yaml/edit.ts';
import type { SpecEdit } from './fix.ts';

/** The host records of a zone, by name. */
export function hostRecords(spec: Spec, view: 'public' | 'internal'): ReadonlyMap<string, Located<HostRecord>> {
  const records = each(spec.dns?.hosts).filter((record) => (record.view?.value ?? 'public') === view);
  return new Map(records.flatMap((record) => (record.name ? [[hostKey(record.name.value), record] as const] : [])));
}

/** The public record of the Access Edge, under any of its names; one Edge federates, so all have its addresses. */
export function edgeRecord(spec: Spec, catalog: Catalog): Located<HostRecord> | undefined {
  const hosts = hostRecords(spec, 'public');
  const targets = ownFederationSrvs(spec, catalog).map(({ target }) => hostKey(target.value));
  const records = [...accessEdgeNames(spec), ...targets].flatMap((name) => hosts.get(name) ?? []);
  return records.find(({ name, addresses }) => name !== undefined && each(addresses).length > 0);
}

/**
 * Adds the address of a host that a record is to lead to, where the spec keeps addresses and lacks that one; of a cloud, its owner
 * publishes them.
 */
export function publishedHost(spec: Spec, catalog: Catalog, host: string): readonly SpecEdit[] {
  const isKept = spec.dns?.hosts !== undefined && !isExemptSrvTarget(catalog, host);
  return isKept && !hostRecords(spec, 'public').has(hostKey(host)) ? [hostAdded(spec, catalog, host)] : [];
}

/** Adds a host with the addresses of the Access Edge, as far as the spec knows them. */
export function hostAdded(spec: Spec, catalog: Catalog, host: string): SpecEdit {
  return append(['dns', 'hosts'], { name: host, addresses: addressesKnown(spec, catalog) });
}

/** The same in the inner zone. */
export function hostAddedInside(spec: Spec, catalog: Catalog, host: string): SpecEdit {
  return append(['dns', 'hosts'], { name: host, addresses: addressesKnown(spec, catalog), view: 'internal' });
}

function addressesKnown(spec: Spec, catalog: Catalog): string[] {
  const known = each(edgeRecord(spec, catalog)?.addresses).map(({ value }) => value);
  return known.length > 0 ? known : [placeholder('public address of the Access Edge')];
}
