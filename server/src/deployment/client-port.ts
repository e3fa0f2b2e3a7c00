import type { Catalog } from '../catalog/catalog.generated.ts';
import { each, type Leaf, type Located, type Spec } from '../spec/model.ts';
import type { SrvRecord } from '../spec/spec.generated.ts';
import { sameHost } from '../text/host.ts';

/** On which port an Edge answers clients outside. */
export interface ClientPort {
  /** The port that the spec gives for the pool behind the record. */
  readonly stated: Leaf<number> | undefined;
  /** The ports that are as good where it gives none: those of an Edge that may have all services on one address. */
  readonly usual: readonly number[];
}

/** The port behind a record for clients: that of the pool which has its target as name, else of the only pool. */
export function clientPort(spec: Spec, catalog: Catalog, { target, view }: Located<SrvRecord>): ClientPort {
  const pools = each(spec.edge?.pools);
  const own = pools.find(({ accessEdgeFqdn: name }) => name && target && sameHost(name.value, target.value));
  const [only, ...more] = pools;
  const pool = own ?? (more.length === 0 ? only : undefined);
  const { oneAddressPorts = [] } = catalog.records['client-srv'];
  return {
    stated: view?.value === 'internal' ? undefined : pool?.accessEdgeClientSipPort,
    usual: hasSeveralAddresses(spec, catalog, target) ? [] : oneAddressPorts,
  };
}

/** Whether the public zone leads to another service of the same domain under another address than to the target. */
function hasSeveralAddresses(spec: Spec, catalog: Catalog, target: Leaf<string> | undefined): boolean {
  if (target === undefined) return false;
  const hosts = each(spec.dns?.hosts).filter(({ view }) => view?.value !== 'internal');
  const addressesOf = (host: string) =>
    hosts
      .flatMap(({ name, addresses }) => (name && sameHost(name.value, host) ? each(addresses) : []))
      .map(({ value }) => value);
  const here = addressesOf(target.value);
  const domain = target.value.replace(/^[^.]*/, '');
  const { 'web-conferencing-host': conferencing, 'av-edge-host': media } = catalog.records;
  const others = [conferencing, media].flatMap(({ label }) => addressesOf(`${label}${domain}`));
  return here.length > 0 && others.some((address) => !here.includes(address));
}
