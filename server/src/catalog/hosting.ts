import { sameHost } from '../text/host.ts';
import type { Catalog, HostingId } from './catalog.generated.ts';
import { idsOf } from './ids.ts';

/** The cloud services behind this proxy; push notifications share that of Microsoft 365, which comes first. */
export function hostingByProxy(catalog: Catalog, proxyFqdn: string): readonly HostingId[] {
  return idsOf(catalog.hosting).filter((id) =>
    catalog.hosting[id].proxyFqdns.some((name) => sameHost(name, proxyFqdn)),
  );
}

/** Whether a federation SRV record of any SIP domain may point to this host, because a cloud service answers there. */
export function isExemptSrvTarget(catalog: Catalog, target: string): boolean {
  return hostingByProxy(catalog, target).some((id) => catalog.hosting[id].srvTargetExempt);
}
