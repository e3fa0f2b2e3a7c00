import type { Catalog, HostingId } from '../catalog/catalog.generated.ts';
import { hostingByProxy } from '../catalog/hosting.ts';
import { idsOf } from '../catalog/ids.ts';
import { each, type Located, type Spec } from '../spec/model.ts';
import type { HostingProvider } from '../spec/spec.generated.ts';
import { allowedPartners, discoveredPartners, hostedBy, type PartnerEntry } from './partners.ts';

/** An entry of `providers.hosting`. */
export type HostingEntry = Located<HostingProvider>;

/** The hosting providers of the spec that are enabled. */
export function hostingInUse(spec: Spec): readonly HostingEntry[] {
  return each(spec.providers?.hosting).filter(({ enabled }) => enabled?.value === true);
}

/** The service of the catalog behind a provider of the spec. */
export function serviceBehind(catalog: Catalog, { proxyFqdn }: HostingEntry): HostingId | undefined {
  return proxyFqdn && hostingByProxy(catalog, proxyFqdn.value)[0];
}

/** The service at this host if it hosts the users of organizations: Microsoft 365. */
export function cloudAt(catalog: Catalog, host: string | undefined): HostingId | undefined {
  return host === undefined
    ? undefined
    : hostingByProxy(catalog, host).find((id) => catalog.hosting[id].hybridSettings !== undefined);
}

/** The service that hosts the users of organizations. */
export function cloudOf(catalog: Catalog): HostingId | undefined {
  return idsOf(catalog.hosting).find((id) => catalog.hosting[id].hybridSettings !== undefined);
}

/** Whether a provider says that it homes users of the spec's own SIP domains. */
export function sharesUsers({ enabledSharedAddressSpace, hostsOCSUsers }: HostingEntry): boolean {
  return enabledSharedAddressSpace?.value === true && hostsOCSUsers?.value === true;
}

/** The enabled provider by which servers and Microsoft 365 share the users of the spec. */
export function hybridProvider(spec: Spec, catalog: Catalog): HostingEntry | undefined {
  return hostingInUse(spec).find((entry) => sharesUsers(entry) && cloudAt(catalog, entry.proxyFqdn?.value));
}

/** The partners that Microsoft 365 hosts and that are reached by a provider; those with a pinned server are reached there. */
export function hostedPartners(spec: Spec, catalog: Catalog): readonly PartnerEntry[] {
  return [...allowedPartners(spec), ...discoveredPartners(spec)].filter(
    ({ partner, proxyFqdn }) => proxyFqdn === undefined && hostedBy(catalog, partner) !== undefined,
  );
}

/** Whether users are left on the servers; undefined where the spec does not say it of each SIP domain. */
export function hasUsersOnServers({ domains }: Spec): boolean | undefined {
  const counts = each(domains?.sip).map(({ users, usersOnServers }) =>
    users?.value === 0 ? 0 : usersOnServers?.value,
  );
  if (counts.some((count) => count !== undefined && count > 0)) return true;
  return counts.includes(undefined) ? undefined : false;
}
