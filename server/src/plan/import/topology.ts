import { catalog, type ProductId, type TopologyVersion } from '../../catalog/catalog.generated.ts';
import { idsOf } from '../../catalog/ids.ts';
import { nouns } from '../../catalog/nouns.ts';
import { schemaAt } from '../../spec/schema.ts';
import { hostKey } from '../../text/host.ts';
import { code, listed, type Message, prose, say } from '../../text/message.ts';
import type { Value } from '../../yaml/edit.ts';
import { DNS_RECORD, type DnsRecords, dnsRecordsOf } from './dns-records.ts';
import type { DraftEntry } from './draft.ts';
import { keyValue } from './entry.ts';
import { type FoundObject, type FoundValue, sourceLine } from './found.ts';
import { originOf, originsOf } from './origins.ts';
import { compact, rest, text, texts } from './properties.ts';

/** What is told by objects that no section of a spec is named for. */
export interface Topology {
  readonly product: ProductId | undefined;
  /** What tells the product. */
  readonly version: FoundObject | undefined;
  /** What makes it doubtful. */
  readonly doubts: readonly Message[];
  readonly pools: readonly DraftEntry[];
  readonly records: DnsRecords;
  /** What is left of the objects. */
  readonly left: readonly FoundObject[];
  readonly notes: readonly Message[];
}

/** Reads the version, the Edge pools, the federation routes and DNS records. */
export function topologyOf(objects: readonly FoundObject[]): Topology {
  const of = (noun: string) => objects.filter((object) => object.noun?.toLowerCase() === noun.toLowerCase());
  const isEdge = (object: FoundObject) => text(object, 'AccessEdgeExternalFqdn') !== undefined;
  const [services, sites, pools] = [of(nouns.service).filter(isEdge), of(nouns.site), of(nouns.pool)];
  const records = dnsRecordsOf(
    of(DNS_RECORD),
    new Set(services.map((one) => hostKey(text(one, 'AccessEdgeExternalFqdn') ?? ''))),
  );
  const versions = of(nouns.serverVersion);
  const version = versions.findLast((one) => productOf(one).length > 0);
  const [product] = version === undefined ? [] : productOf(version);
  const doubts = versions.flatMap(doubtOf).slice(-1);
  const routed = sites.length > 0 ? undefined : ROUTE_UNTOLD;
  return {
    product,
    version,
    doubts,
    pools: edgePools(services, sites, pools).map((pool) => ({
      ...pool,
      comments: [...pool.comments, ...(routed ? [routed] : [])],
    })),
    notes: [
      ...records.notes,
      ...doubts,
      ...(routed && services.length > 0 ? [routed] : []),
      ...strayRoutes(sites, services).map(
        ([site, pool]) =>
          say`${sourceLine(site)}: ${code('FederationRoute')} leads to ${code(pool)}, of which nothing is told; add the output of ${code('Get-CsService -EdgeServer | Format-List')}.`,
      ),
    ],
    records,
    left: [
      ...(product === undefined ? versions : []),
      ...services.flatMap((one) =>
        rest(one, [...POOL, 'Identity', 'ServiceId', 'SiteId', 'Role', 'Version', 'Registrar']),
      ),
      ...sites.flatMap((one) => rest(one, ['Identity', 'SiteId', 'FederationRoute', 'XmppFederationRoute'])),
      ...pools.flatMap((one) => rest(one, ['Identity', 'Fqdn', 'Computers', 'Services', 'Site', 'BackCompatSite'])),
      ...of(nouns.service).filter((one) => !isEdge(one)),
      ...records.left,
    ],
  };
}

/** The nouns that `topologyOf` reads. */
export const TOPOLOGY: readonly string[] = [
  nouns.service,
  nouns.site,
  nouns.pool,
  DNS_RECORD,
  nouns.serverVersion,
  // How the servers fare is no setting; a comparison tells it.
  nouns.replication,
  nouns.rootStore,
  nouns.dnsAnswer,
];

/** The products that a server may be, the likely one first: by `Microsoft Lync Server 2013 (5.0.8308.0)`, or by the number in a topology document. */
function productOf(version: FoundObject): readonly ProductId[] {
  const name = (text(version, 'Version') ?? '').toLowerCase();
  const named = idsOf(catalog.products).filter((id) => name.includes(catalog.products[id].name.toLowerCase()));
  if (named.length > 0) return named.slice(0, 1);
  return versionNumbered(text(version, 'ServiceVersion'))?.products ?? [];
}

function versionNumbered(number: string | undefined): TopologyVersion | undefined {
  return Object.values(catalog.topologies).find((one) => String(one.number) === number);
}

/** What makes the likely product of a topology document doubtful. */
function doubtOf(version: FoundObject): readonly Message[] {
  const known = versionNumbered(text(version, 'ServiceVersion'));
  if (known === undefined) return [];
  const { number, products, inferred } = known;
  const names = products.slice(1).map((id) => prose(catalog.products[id].name));
  if (names.length > 0)
    return [
      say`The number ${number} in the topology stands for ${listed(names)} as well; say which with ${code('--product')}.`,
    ];
  return inferred === true
    ? [
        say`That the number ${number} in the topology stands for this product is inferred; look at it, or say it with ${code('--product')}.`,
      ]
    : [];
}

const ROUTE_UNTOLD = say`Whether federation leads through this pool is not told: add the output of ${code('Get-CsSite | Format-List')}.`;

/** Routes to pools that are not among those found. */
function strayRoutes(
  sites: readonly FoundObject[],
  services: readonly FoundObject[],
): readonly (readonly [FoundObject, string])[] {
  const known = new Set(services.map((service) => hostKey(poolOf(service))));
  return sites.flatMap((site) => {
    const pool = withoutRole(text(site, 'FederationRoute') ?? '');
    return pool === '' || known.has(hostKey(pool)) ? [] : [[site, pool] as const];
  });
}

/** `EdgeServer:edge01.corp.contoso.com` is a pool of that name. */
function withoutRole(identity: string): string {
  return identity.replace(/^.*:/, '');
}

function poolOf(service: FoundObject): string {
  return text(service, 'PoolFqdn') ?? withoutRole(text(service, 'Identity') ?? '');
}

const POOL: readonly string[] = [
  'PoolFqdn',
  'AccessEdgeExternalFqdn',
  'AccessEdgeExternalSipPort',
  'AccessEdgeClientSipPort',
  'AccessEdgeClientPort',
  'Nat',
  'Xmpp',
];

/** What tells of a pool, by its name. */
interface Surroundings {
  readonly federation: ReadonlyMap<string, FoundObject>;
  readonly xmpp: ReadonlyMap<string, FoundObject>;
  readonly pools: ReadonlyMap<string, FoundObject>;
}

function edgePools(
  services: readonly FoundObject[],
  sites: readonly FoundObject[],
  pools: readonly FoundObject[],
): readonly DraftEntry[] {
  const routes = (property: string) =>
    new Map(sites.map((site) => [hostKey(withoutRole(text(site, property) ?? '')), site] as const));
  const named = pools.map((pool) => [hostKey(text(pool, 'Fqdn') ?? text(pool, 'Identity') ?? ''), pool] as const);
  const around: Surroundings = {
    federation: routes('FederationRoute'),
    xmpp: routes('XmppFederationRoute'),
    // The first of two with one name counts.
    pools: new Map(named.toReversed()),
  };
  // Each server of a pool may have been asked; what the later one says stands.
  const once = new Map(services.map((service) => [hostKey(poolOf(service)), service]));
  return [...once.values()].map((service) => edgePool(service, around));
}

function edgePool(service: FoundObject, around: Surroundings): DraftEntry {
  const fqdn = poolOf(service);
  const [pool, federation, xmpp] = [around.pools, around.federation, around.xmpp].map((one) => one.get(hostKey(fqdn)));
  const computers = pool === undefined ? [] : texts(pool, 'Computers');
  const port = Number(text(service, 'AccessEdgeExternalSipPort') ?? 0);
  // Lync 2010 has another name for it.
  const clients = Number(text(service, 'AccessEdgeClientSipPort') ?? text(service, 'AccessEdgeClientPort') ?? 0);
  return {
    value: compact({
      fqdn,
      accessEdgeFqdn: text(service, 'AccessEdgeExternalFqdn'),
      federation: federation !== undefined || undefined,
      xmpp: xmpp !== undefined || text(service, 'Xmpp') === 'true' || undefined,
      accessEdgeExternalSipPort: port === USUAL_PORT ? undefined : port || undefined,
      accessEdgeClientSipPort: clients || undefined,
      nat: text(service, 'Nat') === 'true' || undefined,
      computers: computers.length > 1 ? computers : undefined,
    }),
    comments: service.comments,
    origins: new Map([
      ...originsOf(service, POOL_SAID_BY),
      ...(federation ? [['federation', originOf(federation, 'FederationRoute')] as const] : []),
      ...(xmpp ? [['xmpp', originOf(xmpp, 'XmppFederationRoute')] as const] : []),
      ...(pool ? [['computers', originOf(pool, 'Computers')] as const] : []),
    ]),
  };
}

/** The keys of a pool, by the properties of its service that say them. */
const POOL_SAID_BY = {
  fqdn: 'PoolFqdn',
  accessEdgeFqdn: 'AccessEdgeExternalFqdn',
  accessEdgeExternalSipPort: 'AccessEdgeExternalSipPort',
  accessEdgeClientSipPort: 'AccessEdgeClientSipPort',
  nat: 'Nat',
  xmpp: 'Xmpp',
};

const USUAL_PORT = schemaAt(['edge', 'pools', 0, 'accessEdgeExternalSipPort'])?.default;

/** A value that the format takes at a key of a certificate, or nothing. */
export function certificateValue(key: string, raw: FoundValue): Value | undefined {
  const schema = schemaAt(['certificates', 0, key]);
  return schema && keyValue(schema, raw);
}
