import type { Options } from '../analyze.ts';
import { type Chain, chainOf, type JudgedLink } from '../diagnose/chain/chain.ts';
import { each, type Spec } from '../spec/model.ts';
import type { Source } from '../spec/read.ts';
import { hostKey } from '../text/host.ts';
import type { Drawn } from './drawn.ts';
import type { FederationMap, Kind, Station } from './map.ts';

/** The way from a domain of the own users to a partner, on a map. */
export interface Trail {
  /** Stations and roads on it, as they are drawn. */
  readonly ids: ReadonlySet<string>;
  /** The one of them at which it breaks, or is in doubt. */
  readonly broken: string | undefined;
  /** The first link of the chain that is broken or in doubt. */
  readonly first: JudgedLink | undefined;
}

export interface Ends {
  /** A SIP domain of the spec; where none is named, the default one. */
  readonly from?: string | undefined;
  /** A domain, an address there, or the name of a public provider. */
  readonly to: string;
}

/** The two ends of a way, as far as they are on the map. */
export interface StationsAtEnds {
  readonly from: string | undefined;
  /** The SIP domain at the beginning, as names compare. */
  readonly domain: string | undefined;
  readonly to: string | undefined;
}

/** The stations at the two ends. */
export function endsOn({ stations }: FederationMap, { domains }: Spec, { from, to }: Ends): StationsAtEnds {
  const keyOf = ({ id, kind }: Station) => id.slice(kind.length + 1).toLowerCase();
  const at = (wanted: Kind, key: string) => stations.find((one) => one.kind === wanted && keyOf(one) === key);
  const own = each(domains?.sip);
  const usual = own.find(({ isDefault }) => isDefault?.value === true) ?? own[0];
  const asked = at('sip-domain', hostKey((from ?? usual?.identity?.value ?? '').trim()));
  const begin = asked ?? (from === undefined ? stations.find(({ kind }) => kind === 'sip-domain') : undefined);
  const word = to.slice(to.lastIndexOf('@') + 1).trim();
  const end =
    at('partner', hostKey(word)) ??
    at('public-provider', word.toLowerCase()) ??
    at('hosting-provider', word.toLowerCase());
  return { from: begin?.id, domain: begin && keyOf(begin), to: end?.id };
}

/** The chain from one domain to a partner: other domains of the spec play no part in it. */
export function chainFrom(
  source: Source,
  options: Pick<Options, 'asOf' | 'certificateFiles'>,
  { domain, to }: { readonly domain: string | undefined; readonly to: string },
): Chain {
  const { spec } = source;
  const { domains } = spec;
  if (domain === undefined || domains?.sip === undefined) return chainOf(source, options, to);
  const items = domains.sip.items.filter(({ identity }) => identity && hostKey(identity.value) === domain);
  return chainOf(
    { ...source, spec: { ...spec, domains: { ...domains, sip: { ...domains.sip, items } } } },
    options,
    to,
  );
}

/** The shortest way between two stations, with the place on it of the first link that is broken. */
export function trailOf(drawn: Drawn, ends: { readonly from: string; readonly to: string }, chain: Chain): Trail {
  const [from, to] = [stationOf(drawn, ends.from), stationOf(drawn, ends.to)];
  const stations = shortest(drawn, from, to);
  const roads = drawn.roads.filter((road) =>
    stations.some((one, i) => one === road.from && stations[i + 1] === road.to),
  );
  const pools = drawn.stations.filter(({ id, kind }) => kind === 'pool' && stations.includes(id));
  const certificates = drawn.roads.filter(
    (road) => pools.some(({ id }) => id === road.from) && isOf('certificate', road.to, drawn),
  );
  // What lets the users go there at all stands before their domain.
  const policies = drawn.roads.filter((road) => road.to === from && isOf('policy', road.from, drawn));
  const ids = new Set([
    ...stations,
    ...[...roads, ...certificates, ...policies].map(({ id }) => id),
    ...certificates.map((road) => road.to),
    ...policies.map((road) => road.from),
  ]);
  const broken = chain.first && placeOf(chain.first, { drawn, ids, to });
  return { ids, broken, first: chain.first };
}

function stationOf({ stations }: Drawn, id: string): string {
  return stations.find(({ members }) => members.includes(id))?.id ?? id;
}

function shortest({ roads }: Drawn, from: string, to: string): readonly string[] {
  const before = new Map<string, string | undefined>([[from, undefined]]);
  const waiting = [from];
  for (let at = waiting.shift(); at !== undefined && !before.has(to); at = waiting.shift()) {
    for (const road of roads) {
      if (road.from !== at || before.has(road.to)) continue;
      before.set(road.to, at);
      waiting.push(road.to);
    }
  }
  const found: string[] = [];
  for (let at: string | undefined = before.has(to) ? to : undefined; at !== undefined; at = before.get(at))
    found.unshift(at);
  return found;
}

interface Way {
  readonly drawn: Drawn;
  readonly ids: ReadonlySet<string>;
  readonly to: string;
}

/** Where a link of the chain is on the map: the first station of these kinds that is on the way, else its end. */
function placeOf({ link }: JudgedLink, { drawn, ids, to }: Way): string {
  const kinds = PLACES[link.id] ?? [];
  const on = drawn.stations.filter(({ id }) => ids.has(id));
  for (const kind of kinds) {
    const found = on.find((station) => station.kind === kind);
    if (found !== undefined) return found.id;
  }
  return to;
}

function isOf(kind: Kind, id: string, { stations }: Drawn): boolean {
  return stations.some((station) => station.id === id && station.kind === kind);
}

const GATE: readonly Kind[] = ['gate', 'tenant'];
const POLICY: readonly Kind[] = ['policy', ...GATE];
const PORTS: readonly Kind[] = ['firewall', 'pool', 'gate'];
const CERTIFICATE: readonly Kind[] = ['certificate', 'pool', 'tenant'];
const RECORD: readonly Kind[] = ['record', 'sip-domain'];

/** Where on the map the links of the chain are; those that are not here are where the partner is. */
export const PLACES: Readonly<Record<string, readonly Kind[]>> = {
  federation: GATE,
  lists: GATE,
  tenant: ['tenant', 'gate'],
  'discovery-limits': GATE,
  'hosting-provider': ['hosting-provider', 'cloud', 'gate'],
  'public-provider': ['public-provider'],
  licence: ['public-provider'],
  provisioning: ['public-provider'],
  'xmpp-gateway': GATE,
  'own-record': RECORD,
  'own-host': RECORD,
  'certificate-names': CERTIFICATE,
  'certificate-usage': CERTIFICATE,
  'certificate-client-usage': CERTIFICATE,
  'certificate-days': CERTIFICATE,
  'certificate-issuer': CERTIFICATE,
  tls: ['pool', 'gate'],
  ports: PORTS,
  'xmpp-ports': PORTS,
  policy: POLICY,
  'public-policy': POLICY,
  'xmpp-policy': POLICY,
  route: ['route', 'pool', 'gate'],
  host: ['partner'],
  pin: ['partner'],
  'partner-record': ['partner'],
  'partner-side': ['partner'],
};
