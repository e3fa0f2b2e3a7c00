import type { Catalog, HostingId } from '../catalog/catalog.generated.ts';
import { cloudByHost, clouds, hostingByIdentity, isCloud, worldwide } from '../catalog/hosting.ts';
import { hasManagementShell } from '../catalog/products.ts';
import { each, type Located, type Spec } from '../spec/model.ts';
import { question } from '../spec/observed.ts';
import type { HostingProvider } from '../spec/spec.generated.ts';
import type { Range } from '../text/range.ts';
import { servicesAt, servicesOf } from './cloud-hosts.ts';
import { isRoutedByDefault } from './edge.ts';
import { allPartners, hostedBy, type PartnerEntry } from './partners.ts';
import { cloudByDomains, isTenantAlone } from './tenant.ts';
import { edgeServer } from './version-gap.ts';

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
  return serviceMissed(spec, catalog, entry) ?? servicesBehind(catalog, entry)[0];
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
  const others = each(spec.providers?.hosting);
  return named.find((id) => !others.some((other) => servicesBehind(catalog, other).includes(id)));
}

/** The services behind the proxy of a provider. */
export function servicesBehind(catalog: Catalog, { proxyFqdn }: HostingEntry): readonly HostingId[] {
  return proxyFqdn ? servicesAt(catalog, proxyFqdn.value) : [];
}

/** The cloud behind a proxy: a service that hosts the users of organizations. */
export function cloudAt(catalog: Catalog, proxyFqdn: string | undefined): HostingId | undefined {
  return servicesAt(catalog, proxyFqdn ?? '').find((id) => isCloud(catalog, id));
}

/** Whether a provider says that it homes users of the spec's own SIP domains. */
export function sharesUsers({ enabledSharedAddressSpace, hostsOCSUsers, isPart }: HostingEntry): boolean {
  return (enabledSharedAddressSpace?.value ?? isPart) === true && (hostsOCSUsers?.value ?? isPart) === true;
}

/** The enabled provider by which servers and Microsoft 365 share the users of the spec. */
export function hybridProvider(spec: Spec, catalog: Catalog): HostingEntry | undefined {
  return hostingInUse(spec).find(
    (entry) => sharesUsers(entry) && cloudAt(catalog, entry.proxyFqdn?.value) && !serviceMissed(spec, catalog, entry),
  );
}

/** The partners that Microsoft 365 hosts and that are reached by a provider, also those whose pinned server has to go. */
export function hostedPartners(
  spec: Spec,
  catalog: Catalog,
  partners: readonly PartnerEntry[] = allPartners(spec),
): readonly PartnerEntry[] {
  const byPin = isReachedByPin(spec, catalog);
  return partners.filter((entry) =>
    entry.proxyFqdn === undefined
      ? hostedBy(catalog, entry) !== undefined
      : !byPin && (hostedBy(catalog, entry) !== undefined || cloudAt(catalog, entry.proxyFqdn.value) !== undefined),
  );
}

/** Whether there are partners that Microsoft 365 hosts and that are reached by a provider. */
export const hasHostedPartners = question(
  'hasHostedPartners',
  (spec, catalog: Catalog) => hostedPartners(spec, catalog).length > 0,
);

/** Whether a server without provider objects is the one that calls: pinning is how it reaches the cloud. */
export function isReachedByPin(spec: Spec, catalog: Catalog): boolean {
  const product = edgeServer(spec)?.product;
  return product !== undefined && !hasManagementShell(catalog, product);
}

/** What tells where a partner is. */
type Whereabouts = Pick<PartnerEntry, 'partner' | 'proxyFqdn'> & { readonly domain: { readonly value: string } };

/** The service that hosts a partner, as its record tells, or a pin to that. */
function homeOf(catalog: Catalog, { domain, partner, proxyFqdn }: Whereabouts): HostingId | undefined {
  const byRecord = partner?.srv && servicesOf(catalog, partner.srv.value, domain.value)[0];
  return byRecord ?? cloudAt(catalog, proxyFqdn?.value);
}

/** The service whose provider a hosted partner needs; where nothing tells its cloud, it is taken for the worldwide one. */
export function serviceFor(catalog: Catalog, partner: Whereabouts): HostingId {
  return homeOf(catalog, partner) ?? worldwide(catalog);
}

/** The hosted ones of partners that no enabled provider leads to. */
export function partnersWithoutProvider(
  spec: Spec,
  catalog: Catalog,
  partners?: readonly PartnerEntry[],
): readonly PartnerEntry[] {
  return hostedPartners(spec, catalog, partners).filter((one) => providerFor(spec, catalog, one) === undefined);
}

/** Whether servers and tenant share the SIP domains: one side says so, and nothing shows that the hybrid has ended. */
export function isHybrid(spec: Spec, catalog: Catalog): boolean {
  const shared = spec.tenant?.sharedSipAddressSpace?.value;
  if (shared === true) return true;
  return hybridProvider(spec, catalog) !== undefined && !(shared === false && hasUsersOnServers(spec) === false);
}

/** A cloud that something in the spec needs, with the place that needs it. */
export interface NeededCloud {
  readonly id: HostingId;
  readonly at: Range;
}

/** The clouds that shared SIP domains or hosted partners need, and that no enabled provider leads to yet. */
export function cloudsAwaited(spec: Spec, catalog: Catalog): readonly NeededCloud[] {
  if (isRoutedByDefault(spec) || isTenantAlone(spec)) return [];
  const shared = spec.tenant?.sharedSipAddressSpace;
  const ofTenant =
    shared?.value === true && !hybridProvider(spec, catalog) ? [{ id: tenantCloud(spec, catalog), at: shared.at }] : [];
  const ofPartners = partnersWithoutProvider(spec, catalog).map((partner) => ({
    id: serviceFor(catalog, partner),
    at: partner.domain.at,
  }));
  return [...ofTenant, ...ofPartners];
}

/** The enabled provider by which a hosted partner is reached: that of its cloud, or of any where nothing tells which it is. */
export function providerFor(spec: Spec, catalog: Catalog, partner: Whereabouts): HostingEntry | undefined {
  const leading = (id: HostingId) => hostingInUse(spec).find((entry) => servicesBehind(catalog, entry).includes(id));
  const home = homeOf(catalog, partner);
  const candidates = home === undefined ? clouds(catalog) : [home];
  return candidates.map(leading).find((entry) => entry !== undefined);
}

/** The cloud of the tenant: that of the provider that shares users with the servers, else of any, else as its domains tell. */
export function tenantCloud(spec: Spec, catalog: Catalog): HostingId {
  const entries = [hybridProvider(spec, catalog), ...each(spec.providers?.hosting)];
  const known = entries.map((entry) => cloudAt(catalog, entry?.proxyFqdn?.value)).find((id) => id !== undefined);
  return known ?? cloudByDomains(spec, catalog);
}

/** Whether users are left on the servers; undefined where the spec does not say it of each SIP domain. */
export function hasUsersOnServers({ domains }: Spec): boolean | undefined {
  const counts = each(domains?.sip).map(({ users, usersOnServers }) =>
    users?.value === 0 ? 0 : usersOnServers?.value,
  );
  if (counts.some((count) => count !== undefined && count > 0)) return true;
  return counts.length === 0 || counts.includes(undefined) ? undefined : false;
}
