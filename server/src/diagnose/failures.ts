import { type Decided, decisive } from './decisive.ts';
import type { Sides } from './sides.ts';
import type { Sighting } from './sighting.ts';

/** Equal failures: those of one partner, one way and one reason. */
export interface Failures extends Decided {
  /** The partner's domain; absent where it is a matter of our own servers, or nothing names one. */
  readonly partner: string | undefined;
  /** The own domain at the other end. */
  readonly own: string | undefined;
  readonly direction: Sighting['direction'];
  /** The server that judged, where a header names it. */
  readonly source: string | undefined;
  readonly said: ReadonlyMap<string, string>;
  readonly hosts: readonly string[];
  readonly hops: readonly string[];
  readonly count: number;
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** Where the first of them are. */
  readonly places: readonly { readonly file: string; readonly line: number }[];
  readonly users: readonly string[];
}

/** Follows dialogs through traces, and counts those that failed alike. It holds no more than a few thousand of either. */
export class FailureCount {
  readonly #sides: Sides;
  readonly #open = new Map<string, Placed>();
  readonly #groups = new Map<string, Group>();
  /** Failures of which there are too many kinds to tell them apart. */
  uncounted = 0;
  /** Failures between users of our own. */
  inside = 0;

  constructor(sides: Sides) {
    this.#sides = sides;
  }

  /** A dialog passes a server on several legs, and each tells a part. */
  see(sighting: Sighting, file: string): void {
    if (sighting.dialog === undefined) {
      this.#count({ ...sighting, file });
      return;
    }
    const before = this.#open.get(sighting.dialog);
    // The one that was heard of the longest ago comes first.
    this.#open.delete(sighting.dialog);
    this.#open.set(sighting.dialog, before ? joined(before, sighting) : { ...sighting, file });
    if (this.#open.size <= MOST_OPEN) return;
    const [oldest] = this.#open;
    if (!oldest) return;
    this.#open.delete(oldest[0]);
    this.#count(oldest[1]);
  }

  /** All failures, those that came most often first. */
  all(): readonly Failures[] {
    for (const one of this.#open.values()) this.#count(one);
    this.#open.clear();
    return [...this.#groups.values()].toSorted((a, b) => b.count - a.count);
  }

  #count(sighting: Placed): void {
    const decided = decisive(sighting.codes);
    if (decided === undefined) return;
    const { partner, own, direction, isInside } = this.#ends(sighting);
    if (isInside) {
      this.inside++;
      return;
    }
    const source = sighting.said.get('source');
    const key = [partner, own, direction, decided.symptom.id, decided.code, source].join('\n');
    const group = this.#groups.get(key);
    if (group) add(group, sighting);
    else if (this.#groups.size >= MOST_GROUPS) this.uncounted++;
    else {
      const { said } = sighting;
      const fresh: Group = { ...decided, partner, own, direction, source, said, ...EMPTY(), count: 0 };
      this.#groups.set(key, fresh);
      add(fresh, sighting);
    }
  }

  #ends({ from, to, direction: shown, said, hosts, tested, hop }: Placed) {
    const { isOwn, partnerOf } = this.#sides;
    const isInside = isOwn(from) && isOwn(to) && shown === undefined;
    const told = said.get('domain');
    const direction =
      isOwn(from) && !isOwn(to)
        ? 'out'
        : isOwn(to) && !isOwn(from) && from !== undefined
          ? 'in'
          : (shown ?? (told === undefined || told === to ? undefined : told === from ? 'in' : undefined));
    const [near, far] = direction === 'in' ? [to, from] : [from, to];
    const named = [
      far,
      tested,
      told,
      ...['tls-target', 'peerserver', 'fqdn1'].map((name) => said.get(name)),
      ...hosts,
      hop,
    ];
    const other = named.find((one) => one !== undefined && !isOwn(one));
    const partner = other === undefined ? undefined : partnerOf(other);
    return { partner, own: isOwn(near) ? near : undefined, direction, isInside };
  }
}

type Placed = Sighting & { readonly file: string };
type Group = { -readonly [K in keyof Failures]: Failures[K] };

const EMPTY = () => ({ hosts: [], hops: [], first: undefined, last: undefined, places: [], users: [] });
const MOST_OPEN = 5000;
const MOST_GROUPS = 2000;

function joined(before: Placed, after: Sighting): Placed {
  const codes = [...before.codes, ...after.codes];
  return {
    ...before,
    codes: codes.filter(({ kind, code }, i) => codes.findIndex((one) => one.kind === kind && one.code === code) === i),
    from: before.from ?? after.from,
    to: before.to ?? after.to,
    direction: before.direction ?? after.direction,
    hop: before.hop ?? after.hop,
    time: before.time ?? after.time,
    said: new Map([...after.said, ...before.said]),
    users: before.users.length > 1 ? before.users : after.users,
  };
}

function add(group: Group, { time, file, line, hop, hosts, users }: Placed): void {
  group.count++;
  if (time !== undefined) {
    if (group.first === undefined || time < group.first) group.first = time;
    if (group.last === undefined || time > group.last) group.last = time;
  }
  if (group.places.length < 3) group.places = [...group.places, { file, line }];
  group.hops = more(group.hops, hop === undefined ? [] : [hop], 3);
  group.hosts = more(group.hosts, hosts, 10);
  group.users = more(group.users, users, 20);
}

function more(known: readonly string[], some: readonly string[], most: number): readonly string[] {
  if (known.length >= most || some.every((one) => known.includes(one))) return known;
  return [...new Set([...known, ...some])].slice(0, most);
}
