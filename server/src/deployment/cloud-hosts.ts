import type { Catalog, HostingId } from '../catalog/catalog.generated.ts';
import { hostingByProxy, hostsOf } from '../catalog/hosting.ts';
import { idsOf } from '../catalog/ids.ts';
import { hostKey } from '../text/host.ts';
import { nearest } from '../text/near.ts';

/**
 * The host of a cloud service that a misprinted one stands for: one with the same first label and most of the other labels, as
 * `sipfed.online.microsoft.com` for `sipfed.online.lync.com`, or with a letter or two wrong.
 */
export function meantCloudHost(catalog: Catalog, host: string): string | undefined {
  const key = hostKey(host);
  const known = cloudHosts(catalog);
  if (known.includes(key)) return undefined;
  const [first = '', ...others] = key.split('.');
  const alike = known.map((one) => {
    const [label = '', ...zone] = one.split('.');
    return { one, shared: label === first ? zone.slice(0, -1).filter((part) => others.includes(part)).length : 0 };
  });
  const most = Math.max(...alike.map(({ shared }) => shared));
  if (most > 0) return alike.find(({ shared }) => shared === most)?.one;
  return nearest(
    key,
    known.filter(({ length }) => Math.abs(length - key.length) <= MISTYPED),
    MISTYPED,
  );
}

/** Letters that may be wrong. */
const MISTYPED = 2;

/** The cloud services behind a proxy, also one that is misprinted: which was meant is known, and judged by that. */
export function servicesAt(catalog: Catalog, proxyFqdn: string): readonly HostingId[] {
  const services = hostingByProxy(catalog, proxyFqdn);
  if (services.length > 0) return services;
  const meant = meantCloudHost(catalog, proxyFqdn);
  return meant === undefined ? [] : hostingByProxy(catalog, meant);
}

/** The cloud services to which the federation record of a domain leads, or was meant to. */
export function servicesOf(catalog: Catalog, target: string, domain: string): readonly HostingId[] {
  return hostingByProxy(catalog, misprintedSrv(catalog, target, domain) ?? target);
}

/** The host that a record of a domain was meant to lead to, where that is one of the cloud, misprinted. */
export function misprintedSrv(catalog: Catalog, target: string, domain: string): string | undefined {
  return hostKey(target).endsWith(`.${hostKey(domain)}`) ? undefined : meantCloudHost(catalog, target);
}

/** The hosts at which cloud services answer; those of the worldwide service come first. */
function cloudHosts(catalog: Catalog): readonly string[] {
  const hosts = idsOf(catalog.hosting).flatMap((id) => hostsOf(catalog.hosting[id]));
  return [...new Set(hosts.map(hostKey))];
}
