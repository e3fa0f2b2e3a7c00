import { catalog } from '../catalog/catalog.generated.ts';
import { isExemptSrvTarget } from '../catalog/hosting.ts';
import { federatingPools, isRoutedByDefault } from '../deployment/edge.ts';
import { hybridProvider, serviceBehind, tenantCloud } from '../deployment/hosting-providers.ts';
import { certificateOf } from '../deployment/references.ts';
import { readSrvName } from '../deployment/srv-names.ts';
import { cloudByDomains, isTenantAlone, ownDomains } from '../deployment/tenant.ts';
import { each, type Leaf, type Located, type Spec } from '../spec/model.ts';
import type { HostingProvider, PublicProvider } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';
import { code, type Message, prose, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { Building } from './building.ts';
import type { FederationMap } from './map.ts';
import { edgeGate, firewallBefore, policiesBehind } from './read-gates.ts';
import { leadToPartners } from './read-partners.ts';
import { named, present, spokenOn } from './words.ts';

/** The map of a spec. Nothing on it depends on a day. */
export function readMap(spec: Spec): FederationMap {
  const map = new Building();
  const own = map.add({ kind: 'organization', ...organization(spec), at: headOf(spec), places: [spec] });
  const isAlone = isTenantAlone(spec);
  const tenant = isAlone ? cloudTenant(map, spec) : undefined;
  const gate = tenant ?? edgeGate(map, spec);
  const pools = leadToGate(map, spec, firewallBefore(map, spec, gate) ?? gate);
  const domains = leadFrom(map, spec, policiesBehind(map, spec, own) ?? own);
  const clouds = leadToProviders(map, spec, gate);
  const others = isAlone ? tenant : leadToOwnTenant(map, spec, { own, clouds });
  leadByRecords(map, spec, { domains, pools, gate, tenant: others });
  leadToPartners(map, spec, { gate: defaultRoute(map, spec, gate) ?? gate, clouds });
  return map;
}

/** The stations that stand for hosting providers' clouds, by the paths of the providers. */
type Clouds = ReadonlyMap<string, string>;

function organization({ organization, server }: Spec): { readonly name: Message; readonly detail?: Message } {
  const name = organization?.name ? named(organization.name.value) : say`The organization`;
  const product = server?.product && catalog.products[server.product.value];
  return { name, ...(product && { detail: prose(product.shortName) }) };
}

function headOf({ organization, server, at }: Spec): Range {
  return organization?.name?.at ?? server?.product?.at ?? { start: at.start, end: at.start };
}

/** A tenant that stands alone does all that servers would. */
function cloudTenant(map: Building, spec: Spec): string {
  const { tenant, domains } = spec;
  return map.add({
    kind: 'tenant',
    name: prose(catalog.hosting[cloudByDomains(spec, catalog)].name),
    detail: say`the tenant`,
    at: tenant?.keyAt ?? tenant?.at ?? spec.at,
    places: present(tenant, domains?.allowed, domains?.blocked, domains?.discovered),
  });
}

/** In a hybrid the users of the tenant are the organization's own. */
function leadToOwnTenant(
  map: Building,
  spec: Spec,
  { own, clouds }: { readonly own: string; readonly clouds: Clouds },
): string | undefined {
  const { tenant } = spec;
  if (tenant === undefined) return undefined;
  const shared = tenant.sharedSipAddressSpace;
  const id = map.add({
    kind: 'tenant',
    name: say`Tenant`,
    detail: prose(catalog.hosting[tenantCloud(spec, catalog)].name),
    at: tenant.keyAt ?? tenant.at,
    places: [tenant],
  });
  map.lead(own, id, { label: shared?.value === true ? say`shared addresses` : undefined, at: shared?.at });
  const cloud = clouds.get(hybridProvider(spec, catalog)?.path.join('.') ?? '');
  if (cloud !== undefined) map.lead(id, cloud);
  return id;
}

/** The pools with their certificates. Those that carry federation lead on. */
function leadToGate(map: Building, spec: Spec, gate: string): ReadonlyMap<string, string> {
  const certificates = new Map(
    each(spec.certificates).map((certificate) => {
      const { name, subject, issuer } = certificate;
      const at = (name ?? certificate).at;
      const words = named(name?.value ?? subject?.value ?? '');
      const detail = issuer?.value === 'private' ? say`certificate of a private issuer` : say`certificate`;
      const key = name?.value ?? subject?.value ?? '';
      return [certificate, map.add({ kind: 'certificate', key, name: words, detail, at, places: [certificate] })];
    }),
  );
  const federating = new Set(federatingPools(spec));
  const [only, ...others] = each(spec.certificates);
  const pools = new Map<string, string>();
  for (const pool of each(spec.edge?.pools)) {
    const { accessEdgeFqdn, fqdn, accessEdgeExternalSipPort: port, certificate } = pool;
    const name = accessEdgeFqdn ?? fqdn;
    const id = map.add({
      kind: 'pool',
      key: hostKey(name?.value ?? ''),
      name: name ? named(name.value) : say`Edge pool`,
      detail: name && say`Edge pool`,
      at: (name ?? pool).at,
      places: [pool],
    });
    for (const host of [accessEdgeFqdn, fqdn])
      if (host && !pools.has(hostKey(host.value))) pools.set(hostKey(host.value), id);
    const shown = certificateOf(pool, spec) ?? (others.length === 0 ? only : undefined);
    const to = shown && certificates.get(shown);
    if (to !== undefined) map.lead(id, to, { label: say`shows`, at: certificate?.at });
    if (federating.has(pool)) map.lead(id, gate, { label: spokenOn('federation', port?.value), at: port?.at });
  }
  return pools;
}

interface Own {
  readonly id: string;
  readonly key: string;
}

/** The domains of the own users. */
function leadFrom(map: Building, spec: Spec, own: string): readonly Own[] {
  const entries = each(spec.domains?.sip).flatMap((entry) => {
    const { identity, users } = entry;
    return identity ? [{ identity, place: entry, users: users?.value }] : [];
  });
  const known = new Set(entries.map(({ identity }) => hostKey(identity.value)));
  const others: readonly Leaf<string>[] = isTenantAlone(spec) ? ownDomains(spec, catalog) : [];
  const all = [
    ...entries,
    ...others
      .filter(({ value }) => !known.has(hostKey(value)))
      .map((identity) => ({ identity, place: identity, users: undefined })),
  ];
  return all.map(({ identity, place, users }) => {
    const key = hostKey(identity.value);
    const detail = users === undefined ? say`SIP domain` : say`SIP domain, ${users} users`;
    const id = map.add({
      kind: 'sip-domain',
      key,
      name: named(identity.value),
      detail,
      at: identity.at,
      places: [place],
    });
    map.lead(own, id);
    return { id, key };
  });
}

interface Sides {
  readonly domains: readonly Own[];
  readonly pools: ReadonlyMap<string, string>;
  readonly gate: string;
  /** Where the users are who are not on the servers. */
  readonly tenant: string | undefined;
}

/** Records lead from domains to pools, or to the cloud; a domain without one is served all the same, and nobody finds it. */
function leadByRecords(map: Building, spec: Spec, { domains, pools, gate, tenant }: Sides): void {
  const [pool = gate] = pools.values();
  const found = new Set<string>();
  const own = new Map(domains.map(({ key, id }) => [key, id]));
  for (const record of each(spec.dns?.srv)) {
    const { name, target, port } = record;
    const read = name && (record.view?.value ?? 'public') === 'public' ? readSrvName(catalog, name.value) : undefined;
    const type = TYPES.get(read?.record);
    const from = read && own.get(read.domain);
    if (name === undefined || read === undefined || type === undefined || from === undefined) continue;
    const id = map.add({
      kind: 'record',
      key: `${type} ${read.domain}`,
      name: named(`${read.record.service}.${read.record.protocol}`),
      detail: target ? say`SRV record to ${code(target.value)}` : say`SRV record`,
      at: name.at,
      places: [record],
    });
    if (type === 'federation') found.add(from);
    map.lead(from, id);
    // Hosts have many names; which of them are wrong is told by what is found of them.
    const isCloud = target && isExemptSrvTarget(catalog, target.value);
    const to = isCloud ? tenant : ((target && pools.get(hostKey(target.value))) ?? pool);
    if (to !== undefined) map.lead(id, to, { label: spokenOn(type, port?.value), at: target?.at });
  }
  for (const { id } of domains)
    if (!found.has(id)) map.lead(id, pool, pools.size > 0 ? { label: say`no SRV record` } : {});
}

const TYPES: ReadonlyMap<unknown, 'federation' | 'xmpp'> = new Map([
  [catalog.records['federation-srv'], 'federation'],
  [catalog.records['xmpp-srv'], 'xmpp'],
]);

/** Public providers, and hosting providers with the clouds behind them. */
function leadToProviders(map: Building, spec: Spec, gate: string): Clouds {
  const lead = (provider: Located<PublicProvider | HostingProvider>, kind: keyof typeof PROVIDERS) => {
    const { identity } = provider;
    const key = nameOf(provider);
    const at = (identity ?? provider).at;
    const id = map.add({ kind, key, name: named(key), detail: PROVIDERS[kind], at, places: [provider] });
    map.lead(gate, id, { label: spokenOn('federation'), sharesEnd: true });
    return id;
  };
  for (const provider of each(spec.providers?.public)) lead(provider, 'public-provider');
  const byService = new Map<string, string>();
  const clouds = new Map<string, string>();
  for (const provider of each(spec.providers?.hosting)) {
    const { proxyFqdn } = provider;
    const name = nameOf(provider);
    const id = lead(provider, 'hosting-provider');
    const service = serviceBehind(spec, catalog, provider);
    const key = service ?? (proxyFqdn ? hostKey(proxyFqdn.value) : name);
    const at = (proxyFqdn ?? provider).at;
    const cloud =
      byService.get(key) ??
      map.add({
        kind: 'cloud',
        key,
        name: service ? prose(catalog.hosting[service].name) : named(proxyFqdn?.value ?? name),
        detail: service && proxyFqdn ? named(proxyFqdn.value) : say`cloud`,
        at,
        places: [],
      });
    byService.set(key, cloud);
    clouds.set(provider.path.join('.'), cloud);
    map.lead(id, cloud, { at });
  }
  return clouds;
}

const PROVIDERS = { 'public-provider': say`public provider`, 'hosting-provider': say`hosting provider` };

function nameOf({ identity, proxyFqdn }: Located<PublicProvider | HostingProvider>): string {
  return identity?.value ?? proxyFqdn?.value ?? '';
}

/** The server to which all federated traffic goes, where one is set. */
function defaultRoute(map: Building, spec: Spec, gate: string): string | undefined {
  const host = isRoutedByDefault(spec) ? spec.edge?.configuration?.defaultRouteFqdn : undefined;
  if (host === undefined) return undefined;
  const { at, value } = host;
  const id = map.add({ kind: 'route', name: named(value), detail: say`default route`, at, places: [host] });
  map.lead(gate, id, { label: spokenOn('federation'), at });
  return id;
}
