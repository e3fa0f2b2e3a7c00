import type { Catalog } from '../catalog/catalog.generated.ts';
import { each, type Spec } from '../spec/model.ts';
import { hostKey, parentOf } from '../text/host.ts';

/** Tells the names of servers: those that the spec states, and those that are called as servers are. */
export function serverNames(spec: Spec, catalog: Catalog): (name: string) => boolean {
  const pools = each(spec.edge?.pools).flatMap(({ fqdn, accessEdgeFqdn }) => [fqdn, accessEdgeFqdn]);
  const stated = [...pools, ...each(spec.provisioning?.accessEdgeFqdns)];
  const servers = new Set(stated.flatMap((name) => (name ? [hostKey(name.value)] : [])));
  const labels = [catalog.records['access-edge-host'].label, catalog.records['web-conferencing-host'].label];
  return (name) => {
    const key = hostKey(name);
    const parent = parentOf(key);
    // A name of two labels may well be a domain, whatever its first one is.
    if (!parent.includes('.')) return false;
    return servers.has(key) || labels.some((label) => key === `${label}.${parent}`);
  };
}
