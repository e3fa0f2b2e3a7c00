import { derived } from '../text/derived.ts';
import { hostKey } from '../text/host.ts';
import type { Catalog, HostingId, HostingTarget } from './catalog.generated.ts';
import { idsOf } from './ids.ts';

/** The cloud services behind this proxy; push notifications share that of Microsoft 365, which comes first. */
export function hostingByProxy(catalog: Catalog, proxyFqdn: string): readonly HostingId[] {
  return servicesByProxy(catalog).get(hostKey(proxyFqdn)) ?? [];
}

const servicesByProxy = derived((catalog: Catalog) => {
  const ids = idsOf(catalog.hosting);
  const keys = (id: HostingId) => catalog.hosting[id].proxyFqdns.map(hostKey);
  return new Map(ids.flatMap(keys).map((key) => [key, ids.filter((id) => keys(id).includes(key))]));
});

/** The services whose provider usually has this name. */
export function hostingByIdentity(catalog: Catalog, identity: string): readonly HostingId[] {
  const name = identity.trim().toLowerCase();
  return idsOf(catalog.hosting).filter((id) => catalog.hosting[id].identity.toLowerCase() === name);
}

/** The services that host the users of organizations: the clouds of Microsoft 365, of which the worldwide one comes first. */
export function clouds(catalog: Catalog): readonly HostingId[] {
  return idsOf(catalog.hosting).filter((id) => isCloud(catalog, id));
}

/** The cloud that is meant where nothing names another. */
export function worldwide(catalog: Catalog): HostingId {
  return clouds(catalog)[0] ?? 'lync-online';
}

/** Whether a service hosts the users of organizations. */
export function isCloud(catalog: Catalog, id: HostingId): boolean {
  return catalog.hosting[id].hybridSettings !== undefined;
}

/** The cloud that answers at this host, be it to servers or to clients. */
export function cloudByHost(catalog: Catalog, host: string): HostingId | undefined {
  return cloudsByHost(catalog).get(hostKey(host));
}

const cloudsByHost = derived((catalog: Catalog) => {
  const entries = clouds(catalog).flatMap((id) =>
    hostsOf(catalog.hosting[id]).map((name) => [hostKey(name), id] as const),
  );
  // Of clouds that share a host, the first counts.
  return new Map(entries.toReversed());
});

/** The hosts of a service, those of its proxies first. */
export function hostsOf({ proxyFqdns, clientFqdn, autodiscoverFqdn }: HostingTarget): readonly string[] {
  return [...proxyFqdns, clientFqdn, autodiscoverFqdn].filter((host) => host !== undefined);
}

/** Whether a federation SRV record of any SIP domain may point to this host, because a cloud service answers there. */
export function isExemptSrvTarget(catalog: Catalog, target: string): boolean {
  return hostingByProxy(catalog, target).some((id) => catalog.hosting[id].srvTargetExempt);
}

/** The domains of people without an organization, as names compare: a tenant may allow them although nobody asked it to. */
export function consumerDomains(catalog: Catalog): ReadonlySet<string> {
  const lists = idsOf(catalog.hosting).flatMap((id) => catalog.hosting[id].consumerDomains ?? []);
  return new Set(lists.flatMap(({ names }) => names.map(hostKey)));
}
