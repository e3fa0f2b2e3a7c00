import { HiddenField } from '../text/hidden-field.ts';
import { haveSameItems, itemsFrom, said as saidIn, stepTo } from './located.ts';
import type { List, Located, Place, Spec } from './model.ts';
import { namesAmong } from './names.ts';
import { type Asked, newIn, note, noteReach, unnoted } from './noting.ts';
import { isList } from './noun-sections.ts';
import { ALL, EACH, ITEMS, isCollection, listAt, WHERE } from './ways.ts';

/** A spec that notes what is looked at: the keys of its sections, and lists as a whole. Where something stands is not noted. */
export function observed(spec: Spec): Spec {
  const seen = observedPlace(spec, '');
  originals.set(seen, spec);
  return seen;
}

const originals = new HiddenField<Spec, Spec>();
const lists = new HiddenField<Place, string>();

/**
 * The items of a list for who judges each of them by itself. Those that were judged before may be missing, so nothing follows
 * from what is not there.
 */
export function oneByOne<T>(list: List<T> | undefined): readonly Located<T>[] {
  if (list === undefined) return [];
  const way = lists.get(list);
  if (way === undefined) return list.items;
  note(EACH + way);
  const stretch = newIn(way);
  return unnoted(() => (stretch ? itemsFrom(list, ...stretch) : list.items));
}

/** What the items of a list say, wherever they stand: an item that was not read again is the same object as before. */
export function said<T>(list: List<T> | undefined): readonly Located<T>[] {
  noteWhole(list);
  return saidIn(list);
}

/** The first item of a list that has a name, for who looks at no other. */
export function itemNamed<T>(list: List<T>, key: string): Located<T> | undefined {
  const way = lists.get(list);
  const index = unnoted(() => indexNamed(list, key));
  if (way !== undefined) {
    const answer = unnoted(() => itemAt(list, index));
    note(`${way}[${key}]`, { answer, isItem: true, ask: namedIn(way, key, index) });
  }
  return unnoted(() => itemsFrom(list, index, index + 1)[0]);
}

/** What a name stands for in another spec; it must not hold the one before. */
function namedIn(way: string, key: string, before: number): Asked['ask'] {
  return ({ spec }) => {
    const list = listAt(spec, way);
    return list && itemAt(list, indexNamed(list, key, before));
  };
}

/** An item and where it stands in its list, as paths tell it. */
function itemAt(list: List<unknown>, index: number): readonly unknown[] | undefined {
  const item = saidIn(list)[index];
  return item && [stepTo(list, index), item];
}

/** Behind the last one, where none has the name. It is looked for where it was before, first. */
function indexNamed(list: List<unknown>, key: string, before = 0): number {
  const items: readonly Place[] = saidIn(list);
  const named = namesAmong(items).withKey(key);
  if (named.length === 1 && items[before] === named[0]) return before;
  return named.length > 0 ? Math.min(...named.map((item) => items.indexOf(item))) : items.length;
}

/** Notes that a list was looked at as a whole. */
function noteWhole(list: Place | undefined): void {
  const way = list && lists.get(list);
  if (way !== undefined) note(way + ITEMS);
}

/**
 * A question about a spec that has a short answer: who asks it has looked at the answer, and not at all that leads there.
 * @param about tells one such question from another, and is no part of the spec
 */
export function question<A extends readonly unknown[], T extends string | number | boolean | undefined>(
  name: string,
  answer: (spec: Spec, ...about: A) => T,
): (spec: Spec, ...about: A) => T {
  return (spec, ...about) => {
    const original = originals.get(spec);
    if (original === undefined) return answer(spec, ...about);
    const given = answerOf(original, answer, about);
    const words = about.filter((one) => typeof one === 'string');
    // It outlives this version of the spec, and must not hold it: nothing here may close over that.
    note([`${name}?`, ...words].join(' '), { answer: given, ask: (ground) => answer(ground.spec, ...about) });
    return given;
  };
}

function answerOf<A extends readonly unknown[], T>(spec: Spec, answer: (spec: Spec, ...about: A) => T, about: A): T {
  return unnoted(() => answer(spec, ...about));
}

function observedPlace<T extends Place>(place: T, way: string): T {
  const known = new Map<PropertyKey, { readonly way: string; readonly value: unknown }>();
  const look = (key: PropertyKey): unknown => {
    if (key === 'at') noteReach(way, place.at);
    if (WHERE.includes(key)) return Reflect.get(place, key);
    let field = known.get(key);
    if (field === undefined) {
      const below = way === '' ? String(key) : `${way}.${String(key)}`;
      const value: unknown = Reflect.get(place, key);
      field = { way: below, value: isCollection(value) ? observedPlace(value, below) : value };
      known.set(key, field);
    }
    note(field.way);
    return field.value;
  };
  const seen = new Proxy(place, {
    get: (_, key) => look(key),
    // What kind of place it is shows where the place itself is looked at.
    has: (_, key) => (key === 'items' ? key in place : look(key) !== undefined),
    getOwnPropertyDescriptor: (_, key) => {
      const value = look(key);
      return value === undefined ? undefined : { value, enumerable: true, configurable: true, writable: true };
    },
    ownKeys: () => {
      note(way + ALL);
      return Reflect.ownKeys(place);
    },
  });
  if (isList(place)) {
    lists.set(seen, way);
    haveSameItems(place, seen);
  }
  return seen;
}
