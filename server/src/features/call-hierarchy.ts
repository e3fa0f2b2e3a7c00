import type { Analysis } from '../analyze.ts';
import type { Place } from '../spec/model.ts';
import { fieldOf, isList } from '../spec/noun-sections.ts';
import { schemaAt } from '../spec/schema.ts';
import { groupedBy } from '../text/grouped.ts';
import { type Message, prose, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { plainLine } from '../text/visible.ts';
import { lastCharacter } from '../yaml/layout.ts';
import type { Path } from '../yaml/tree.ts';
import { ways } from './calls/ways.ts';
import { pathAt } from './own-part.ts';
import { NAMES } from './symbols.ts';

/** A thing of the spec that relies on others, or that others rely on. */
export interface Party {
  readonly name: string;
  /** What it is, in the words of the format; of a list how long it is. */
  readonly detail: Message;
  readonly kind: 'section' | 'list' | 'entry';
  readonly at: Range;
  readonly nameAt: Range;
  readonly path: Path;
}

/** A party on the other side, with the places in the one that relies where it does. */
export interface Tie {
  readonly party: Party;
  readonly places: readonly Range[];
}

/** The innermost thing at an offset that has ties. */
export function partyAt(analysis: Analysis, offset: number): Party | undefined {
  const path = pathAt(analysis, offset);
  for (let length = path.length; length > 0; length--) {
    const found = partyWith(analysis, path.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The thing with a path, where it has ties. */
export function partyWith(analysis: Analysis, path: Path): Party | undefined {
  const place = SECTIONS.has(sectionOf(path)) ? placeAt(analysis, path) : undefined;
  return place && toParty(analysis, place);
}

/** What the thing at a path relies on. */
export function reliesOn(analysis: Analysis, path: Path): readonly Tie[] {
  return ties(analysis, path, { own: 'from', other: 'to' });
}

/** What relies on the thing at a path. */
export function reliedOnBy(analysis: Analysis, path: Path): readonly Tie[] {
  return ties(analysis, path, { own: 'to', other: 'from' });
}

const SECTIONS: ReadonlySet<string> = new Set(ways.flatMap(({ from, to }) => [from, to]));

function sectionOf(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
}

interface Sides {
  readonly own: 'from' | 'to';
  readonly other: 'from' | 'to';
}

function ties(analysis: Analysis, path: Path, { own, other }: Sides): readonly Tie[] {
  const { spec, asOf } = analysis;
  const [section, key] = [sectionOf(path), path.join('.')];
  const found = ways
    .filter((way) => way[own] === section)
    .flatMap((way) => [...way.calls(spec, asOf)].filter((call) => call[own].path.join('.') === key));
  const byOther = groupedBy(found, (call) => call[other].path.join('.'));
  return [...byOther.values()].flatMap((group) => {
    const place = group[0]?.[other];
    return place ? [{ party: toParty(analysis, place), places: group.map(({ at }) => at) }] : [];
  });
}

/** What stands at a path of the spec, where it could be read. */
function placeAt({ spec }: Analysis, path: Path): Place | undefined {
  return path.reduce<Place | undefined>((place, step) => {
    if (place === undefined) return undefined;
    if (typeof step === 'string') return fieldOf(place, step);
    return isList(place) ? place.items.find((item) => item.path.at(-1) === step) : undefined;
  }, spec);
}

function toParty({ text }: Analysis, place: Place): Party {
  const { path, keyAt } = place;
  const start = keyAt?.start ?? place.at.start;
  const at = { start, end: lastCharacter(text, place.at.end, start) };
  const isItem = typeof path.at(-1) === 'number';
  const leaf = isItem ? NAMES.map((key) => fieldOf(place, key)).find((field) => field !== undefined) : undefined;
  const name: unknown = leaf && Reflect.get(leaf, 'value');
  const nameAt = leaf?.at ?? keyAt ?? at;
  return {
    name: typeof name === 'string' ? plainLine(name) : path.join('.'),
    detail: isList(place) ? say`${place.items.length}` : prose(schemaAt(path)?.title ?? ''),
    kind: isList(place) ? 'list' : isItem ? 'entry' : 'section',
    at,
    // An alias has the names of what it stands for, elsewhere.
    nameAt: at.start <= nameAt.start && nameAt.end <= at.end ? nameAt : at,
    path,
  };
}
