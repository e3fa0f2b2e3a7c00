import type { Catalog, HostingId } from '../catalog/catalog.generated.ts';
import { cloudByHost, clouds, hostingByIdentity, hostingByProxy, isCloud, worldwide } from '../catalog/hosting.ts';
import { each, type Located, type Spec } from '../spec/model.ts';
import type { HostingProvider } from '../spec/spec.generated.ts';
import { allowedPartners, discoveredPartners, hostedBy, type PartnerEntry } from './partners.ts';

/** An entry of `providers.hosting`. */
export type HostingEntry = Located<HostingProvider>;

/** The hosting providers of the spec that are enabled, or may be for all that is said of them. */
export function hostingInUse(spec: Spec): readonly HostingEntry[] {
  return each(spec.providers?.hosting).filter(({ enabled, isPart }) => (enabled?.value ?? isPart) === true);
}

/** The service of the catalog behind a provider of the spec: by its name where its proxy misses that service, else by its proxy. */
export function serviceBehind(spec: Spec, catalog: Catalog, entry: HostingEntry): HostingId | undefined {
  const { proxyFqdn, isPart } = entry;
  if (proxyFqdn === undefined) return isPart ? serviceNamed(catalog, entry) : undefined;
  return serviceMissed(spec, catalog, entry) ?? hostingByProxy(catalog, proxyFqdn.value)[0];
}

/** The service of a provider of which only some settings are told: the cloud that one of them leads to, else by its name. */
function serviceNamed(catalog: Catalog, { identity, autodiscoverUrl }: HostingEntry): HostingId | undefined {
  const host = /^[a-z]+:\/\/([^/:]+)/i.exec(autodiscoverUrl?.value ?? '')?.[1];
  return cloudByHost(catalog, host ?? '') ?? hostingByIdentity(catalog, identity?.value ?? '')[0];
}

/** The service that a provider has the name of and does not lead to, where no other provider does. */
export function serviceMissed(spec: Spec, catalog: Catalog, entry: HostingEntry): HostingId | undefined {
  const named = hostingByIdentity(catalog, entry.identity?.value ?? '');
  // The provider of a cloud may have any name, also that of another cloud.
  if (entry.proxyFqdn === undefined || named.some((id) => isCloud(catalog, id))) return undefined;
  const proxies = each(spec.providers?.hosting).map(({ proxyFqdn }) => proxyFqdn?.value ?? '');
  return named.find((id) => !proxies.some((proxy) => hostingByProxy(catalog, proxy).includes(id)));
}

/** The cloud behind a proxy: a service that hosts the users of organizations. */
export function cloudAt(catalog: Catalog, proxyFqdn: string | undefined): HostingId | undefined {
  return hostingByProxy(catalog, proxyFqdn ?? '').find((id) => isCloud(catalog, id));
}

/** Whether a provider says that it homes users of the spec's own SIP domains. */
export function sharesUsers({ enabledSharedAddressSpace, hostsOCSUsers, isPart }: HostingEntry): boolean {
  return (enabledSharedAddressSpace?.value ?? isPart) === true && (hostsOCSUsers?.value ?? isPart) === true;
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

/** The service that hosts a partner, as its record tells. */
function homeOf(catalog: Catalog, { partner }: Pick<PartnerEntry, 'partner'>): HostingId | undefined {
  return partner?.srv && hostingByProxy(catalog, partner.srv.value)[0];
}

/** The service whose provider a hosted partner needs; where nothing tells its cloud, it is taken for the worldwide one. */
export function serviceFor(catalog: Catalog, partner: Pick<PartnerEntry, 'partner'>): HostingId {
  return homeOf(catalog, partner) ?? worldwide(catalog);
}

/** The enabled provider by which a hosted partner is reached: that of its cloud, or of any where nothing tells which it is. */
export function providerFor(
  spec: Spec,
  catalog: Catalog,
  partner: Pick<PartnerEntry, 'partner'>,
): HostingEntry | undefined {
  const leading = (id: HostingId) =>
    hostingInUse(spec).find(({ proxyFqdn }) => hostingByProxy(catalog, proxyFqdn?.value ?? '').includes(id));
  const home = homeOf(catalog, partner);
  const candidates = home === undefined ? clouds(catalog) : [home];
  return candidates.map(leading).find((entry) => entry !== undefined);
}

/** The cloud of the tenant, as far as the providers tell: the one that shares users with the servers, else the first that is there. */
export function tenantCloud(spec: Spec, catalog: Catalog): HostingId {
  const entries = [hybridProvider(spec, catalog), ...each(spec.providers?.hosting)];
  const known = entries.map((entry) => cloudAt(catalog, entry?.proxyFqdn?.value)).find((id) => id !== undefined);
  return known ?? worldwide(catalog);
}

/** Whether users are left on the servers; undefined where the spec does not say it of each SIP domain. */
export function hasUsersOnServers({ domains }: Spec): boolean | undefined {
  const counts = each(domains?.sip).map(({ users, usersOnServers }) =>
    users?.value === 0 ? 0 : usersOnServers?.value,
  );
  if (counts.some((count) => count !== undefined && count > 0)) return true;
  return counts.length === 0 || counts.includes(undefined) ? undefined : false;
}
