import type { Catalog, HostingId } from '../catalog/catalog.generated.ts';
import { hostingByProxy, hostsOf } from '../catalog/hosting.ts';
import { idsOf } from '../catalog/ids.ts';
import { derived } from '../text/derived.ts';
import { groupedBy } from '../text/grouped.ts';
import { hostKey } from '../text/host.ts';
import { nearest } from '../text/near.ts';

/**
 * The host of a cloud service that a misprinted one stands for: one with the same first label and most of the other labels, as
 * `sipfed.online.microsoft.com` for `sipfed.online.lync.com`, or with a letter or two wrong.
 */
export function meantCloudHost(catalog: Catalog, host: string): string | undefined {
  const key = hostKey(host);
  const { hosts, byLabel } = cloudHosts(catalog);
  if (hosts.has(key)) return undefined;
  const [first = '', ...others] = key.split('.');
  let meant: string | undefined;
  let most = 0;
  for (const { host, zone } of byLabel.get(first) ?? []) {
    const shared = zone.filter((label) => others.includes(label)).length;
    if (shared > most) [meant, most] = [host, shared];
  }
  if (meant !== undefined) return meant;
  const alike = [...hosts].filter(({ length }) => Math.abs(length - key.length) <= MISTYPED);
  return nearest(key, alike, MISTYPED);
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

/**
 * The hosts at which cloud services answer, those of the worldwide service first: all, and by their first label with the labels
 * between that and the last.
 */
const cloudHosts = derived((catalog: Catalog) => {
  const hosts = new Set(idsOf(catalog.hosting).flatMap((id) => hostsOf(catalog.hosting[id]).map(hostKey)));
  const labelled = [...hosts].map((host) => {
    const [first = '', ...rest] = host.split('.');
    return { host, first, zone: rest.slice(0, -1) };
  });
  return { hosts, byLabel: groupedBy(labelled, ({ first }) => first) };
});
