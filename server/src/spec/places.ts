import type { Path } from '../yaml/tree.ts';
import { EACH } from './faults.ts';
import type { Schema } from './schema.ts';

/**
 * Where a format has what a key in the mapping at `holder` is called: under that name, under the words on the way to it (`allowedDomains` is
 * `domains.allowed`), or under the noun of its cmdlets (`CsAllowedDomain`). Of several, those nearest to the mapping, else the sections and
 * their keys. An item of a list is `EACH`.
 */
export function placesCalled(key: string, holder: Path, format: Schema): readonly Path[] {
  const index = indexes.get(format) ?? indexOf(format);
  indexes.set(format, index);
  const found = index.get(wordsOf(key)) ?? [];
  const most = Math.max(0, ...found.map((place) => sharedBy(place, holder)));
  const nearest = found.filter((place) => sharedBy(place, holder) === most);
  const sections = nearest.filter(({ length }) => length <= 2);
  return sections.length > 0 ? sections : nearest;
}

/** How many steps two paths have in common; an item is any other. */
function sharedBy(place: Path, path: Path): number {
  const parts = place.findIndex((step, i) => step !== path[i] && !(step === EACH && typeof path[i] === 'number'));
  return parts === -1 ? place.length : parts;
}

/** Whether two keys are one but for case, number and what joins their words. */
export function isSameName(one: string, other: string): boolean {
  return wordsOf(one) === wordsOf(other);
}

/** Places by words; formats do not change. */
const indexes = new WeakMap<Schema, ReadonlyMap<string, readonly Path[]>>();

function indexOf(format: Schema): ReadonlyMap<string, readonly Path[]> {
  const index = new Map<string, Path[]>();
  const add = (words: string, path: Path) => {
    const places = index.get(words) ?? [];
    if (!places.includes(path)) index.set(words, [...places, path]);
  };
  const walk = (schema: Schema, path: Path) => {
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      const own = [...path, key];
      add(wordsOf(key), own);
      add(wordsOf(own.filter((step) => step !== EACH).join(' ')), own);
      const noun = property['x-cmdlet'] ?? property.items?.['x-cmdlet'];
      if (noun !== undefined) add(wordsOf(noun), own);
      walk(property, own);
      if (property.items) walk(property.items, [...own, EACH]);
    }
  };
  walk(format, []);
  return index;
}

/** The words of a name, each in the singular and once, in the order of the alphabet; without the verb and the prefix of cmdlets. */
function wordsOf(name: string): string {
  const words = name
    .replace(/^(?:(?:New|Set|Get|Remove)-)?Cs(?=[A-Z])/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^\p{L}\d]+/u)
    .map((word) => singular(word.toLowerCase()));
  return [...new Set(words)].toSorted().join(' ');
}

function singular(word: string): string {
  if (/(?:ss|dns)$/.test(word)) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(ss|x)es$/, '$1')
    .replace(/s$/, '');
}
