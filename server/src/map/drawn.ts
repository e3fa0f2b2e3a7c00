import { groupedBy } from '../text/grouped.ts';
import { type Message, say } from '../text/message.ts';
import type { FederationMap, Road, Station } from './map.ts';
import { FINE, ORDER, type Standing, type Standings, worst } from './standings.ts';

/** What is drawn of a map: a station, or many that one stands for. */
export interface DrawnStation extends Omit<Station, 'places' | 'group'> {
  /** The ids of those it stands for; its own alone where it stands for itself. */
  readonly members: readonly string[];
}

export interface DrawnRoad extends Omit<Road, 'at' | 'sharesEnd'> {
  readonly members: readonly string[];
}

export interface Drawn {
  readonly stations: readonly DrawnStation[];
  readonly roads: readonly DrawnRoad[];
}

/** Stations of a group that are drawn, each by itself. */
const MOST = 24;
/** Of those of a group that has more, these are, the worst ones. */
const FEW = 8;

/** A map in which many stand as one, but for those that are asked for and for the worst ones. */
export function drawn(map: FederationMap, standings: Standings, shown: ReadonlySet<string> = new Set()): Drawn {
  const place = new Map<string, string>();
  const stations = [...groupedBy(map.stations, ({ group }) => group).values()].flatMap(
    (all): readonly DrawnStation[] => {
      const apart =
        all.length <= MOST ? all : [...all.filter(({ id }) => shown.has(id)), ...worstOf(all, standings, shown)];
      const single = new Set(apart);
      const others = all.filter((one) => !single.has(one));
      for (const { id } of apart) place.set(id, id);
      const together = others.length === 1 ? others.map(alone) : others.length > 0 ? [asOne(others)] : [];
      for (const { id, members } of together) for (const member of members) place.set(member, id);
      return [...apart.map(alone), ...together];
    },
  );
  const roads = groupedBy(map.roads, ({ from, to }) => `${place.get(from)} > ${place.get(to)}`);
  return {
    stations,
    roads: [...roads].map(([id, all]) => merged(id, all, place)),
  };
}

function worstOf(all: readonly Station[], standings: Standings, shown: ReadonlySet<string>): readonly Station[] {
  const rank = ({ id }: Station) => ORDER.indexOf(standings.get(id)?.verdict ?? 'fine');
  return all
    .filter((one) => rank(one) < ORDER.indexOf('info') && !shown.has(one.id))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, FEW);
}

function alone({ places: _, group: __, ...station }: Station): DrawnStation {
  return { ...station, members: [station.id] };
}

function asOne(all: readonly Station[]): DrawnStation {
  const [first] = all;
  if (first === undefined) throw new RangeError('nothing stands for nobody');
  const { kind, group, at, detail } = first;
  return { id: `group ${group}`, kind, at, name: counted(kind, all.length), detail, members: all.map(({ id }) => id) };
}

function counted(kind: Station['kind'], count: number): Message {
  switch (kind) {
    case 'partner':
      return say`${count} partners`;
    case 'sip-domain':
      return say`${count} domains`;
    case 'record':
      return say`${count} records`;
    case 'certificate':
      return say`${count} certificates`;
    case 'pool':
      return say`${count} pools`;
    default:
      return say`${count} providers`;
  }
}

function merged(id: string, all: readonly Road[], place: ReadonlyMap<string, string>): DrawnRoad {
  const [first] = all;
  const [from, to] = [place.get(first?.from ?? '') ?? '', place.get(first?.to ?? '') ?? ''];
  return { id, from, to, label: first?.label, members: all.map((road) => road.id) };
}

/** How something that is drawn stands, with all it stands for. */
export interface DrawnStanding extends Standing {
  /** How many of its members something is found of. */
  readonly touched: number;
}

export function standingOf({ members }: { readonly members: readonly string[] }, standings: Standings): DrawnStanding {
  const all = members.map((id) => standings.get(id) ?? FINE);
  const touched = all.filter(({ problems }) => problems.length > 0);
  return {
    verdict: worst([...new Set(all.map(({ verdict }) => verdict))]),
    isClosed: all.every(({ isClosed }) => isClosed),
    problems: touched.flatMap(({ problems }) => problems),
    touched: touched.length,
  };
}
