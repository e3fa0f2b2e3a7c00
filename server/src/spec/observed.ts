import { exchanged } from '../text/carried.ts';
import type { Range } from '../text/range.ts';
import { haveSameItems, isLong, itemsFrom, haveSameSteps as leadAlike, said as saidIn, stepTo } from './located.ts';
import type { List, Located, Place, Spec } from './model.ts';
import { namesAmong } from './names.ts';
import { type Asked, type Ground, newIn, note, noteReach, type Stretch, unnoted } from './noting.ts';
import { isList, isPlace } from './noun-sections.ts';

/** A spec that notes what is looked at: the keys of its sections, and lists as a whole. Where something stands is not noted. */
export function observed(spec: Spec): Spec {
  const seen = observedPlace(spec, '');
  originals.set(seen, spec);
  return seen;
}

const originals = new WeakMap<Spec, Spec>();
const lists = new WeakMap<Place, string>();

/**
 * The items of a list for who judges each of them by itself. Those that were judged before may be missing, so nothing follows
 * from what is not there.
 */
export function oneByOne<T>(list: List<T> | undefined): readonly Located<T>[] {
  if (list === undefined) return [];
  const way = lists.get(list);
  if (way === undefined) return list.items;
  note(`${EACH}${way}`);
  const stretch = newIn(way);
  return unnoted(() => (stretch ? itemsFrom(list, ...stretch) : list.items));
}

const EACH = 'each ';

/** What the items of a list say, wherever they stand: an item that was not read again is the same object as before. */
export function said<T>(list: List<T> | undefined): readonly Located<T>[] {
  noteWhole(list);
  return saidIn(list);
}

/** The first item of a list that has a name, for who looks at no other. */
export function itemNamed<T>(list: List<T>, key: string): Located<T> | undefined {
  const way = lists.get(list);
  const index = unnoted(() => indexNamed(list, key));
  if (way !== undefined)
    note(`${way}[${key}]`, { answer: unnoted(() => itemAt(list, index)), ask: namedIn(way, key, index) });
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

/** Whether it was a list that was looked at item by item. */
export function isOneByOne(what: string): boolean {
  return what.startsWith(EACH);
}

/** The list whose items were looked at, one by one or as a whole. */
export function listOf(what: string): string | undefined {
  if (isOneByOne(what)) return what.slice(EACH.length);
  return what.endsWith(ITEMS) ? what.slice(0, -ITEMS.length) : undefined;
}

const ITEMS = '.items';

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

const WHERE: readonly PropertyKey[] = ['at', 'keyAt', 'path'] satisfies readonly (keyof Place)[];

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
      note(`${way}.${ALL}`);
      return Reflect.ownKeys(place);
    },
  });
  if (isList(place)) {
    lists.set(seen, way);
    haveSameItems(place, seen);
  }
  return seen;
}

const ALL = '*';

/** Whether what was looked at says the same in another spec, wherever it stands. */
export function saysTheSame(way: string, before: Spec, now: Spec): boolean {
  const [keys, isAll] = way.endsWith(`.${ALL}`) ? [way.slice(0, -2), true] : [way, false];
  const [a, b] = [before, now].map((spec) => fieldAt(spec, keys));
  // The keys of a section are looked at one by one.
  return (!isAll && isCollection(a) && isCollection(b)) || isSame(a, b);
}

/** Where items stand in a list of a spec that are not in that of another. */
export function newItems(way: string, before: Spec, now: Spec): Stretch {
  const { from, end } = exchanged(itemsAt(before, way), itemsAt(now, way), isSame);
  return [from, end];
}

/** Items of a list that were read again: where they stand now, and where they stood. */
export function readAgain(
  way: string,
  before: Spec,
  now: Spec,
): { readonly now: Stretch; readonly before: readonly Range[] } {
  const { from, to, end } = exchanged(itemsAt(before, way), itemsAt(now, way));
  return { now: [from, end], before: itemsFrom(listAt(before, way), from, to).map(({ at }) => at) };
}

/** Where a place of the spec before stands now, as the text around it has moved; undefined where that is not known. */
export type Move = (at: Range) => Range | undefined;

/**
 * Whether what was looked at stands where the text around it has moved to. What says the same need not: of a key that is written twice
 * the first one counts.
 */
export function standsAlike(
  [what, asked]: readonly [string, Asked | undefined],
  before: Spec,
  ground: Ground,
  move: Move,
): boolean {
  const [way = '', name] = (listOf(what) ?? what).split('[');
  const [old, field] = [fieldAt(before, way), fieldAt(ground.spec, way)];
  if (name !== undefined && asked) return isMovedItem(asked.answer, asked.ask(ground), move);
  if (!isPlace(old) || !isPlace(field)) return !isPlace(old) && !isPlace(field);
  // What is in it was looked at by itself.
  if (isCollection(old) && listOf(what) === undefined) return isMoved(old.keyAt, field.keyAt, move);
  if (!isList(old) || !isList(field) || !isLong(old)) return isMovedPlace(old, field, move);
  const { from, to, end } = exchanged<unknown>(saidIn(old), saidIn(field));
  return isMoved(old.keyAt, field.keyAt, move) && from === to && from === end;
}

/** Whether it is one item of a long list, which stands at its block, or has moved along. */
function isMovedItem(old: unknown, now: unknown, move: Move): boolean {
  if (!Array.isArray(old) || !Array.isArray(now)) return old === now;
  return old[1] === now[1] || isMovedPlace(old[1], now[1], move);
}

/** Whether a place with all below it has moved along. */
function isMovedPlace(old: unknown, now: unknown, move: Move): boolean {
  if (Array.isArray(old))
    return Array.isArray(now) && old.length === now.length && old.every((one, i) => isMovedPlace(one, now[i], move));
  if (!isPlace(old) || !isPlace(now)) return isSame(old, now);
  if (!isList(old) && !isMoved(old.at, now.at, move)) return false;
  if (!isMoved(old.keyAt, now.keyAt, move)) return false;
  const keys = Object.keys(old).filter((key) => !WHERE.includes(key));
  return keys.every((key) => {
    const [a, b]: unknown[] = [Reflect.get(old, key), Reflect.get(now, key)];
    if (key !== 'verbatimAt') return isMovedPlace(a, b, move);
    const [from, to] = [placeAt(a), placeAt(b)];
    return isMoved(from, to, move);
  });
}

function placeAt(offset: unknown): Range | undefined {
  return typeof offset === 'number' ? { start: offset, end: offset } : undefined;
}

function isMoved(old: Range | undefined, now: Range | undefined, move: Move): boolean {
  const moved = old && move(old);
  return old === undefined ? now === undefined : moved?.start === now?.start && moved?.end === now?.end;
}

/** Where a section or a list stands. */
export function rangeOf(way: string, spec: Spec): Range | undefined {
  const field = fieldAt(spec, way);
  return isPlace(field) ? field.at : undefined;
}

/** Whether paths lead to the items of two lists by the same steps. */
export function haveSameSteps(way: string, before: Spec, now: Spec): boolean {
  return leadAlike(listAt(before, way), listAt(now, way));
}

function itemsAt(spec: Spec, way: string): readonly Place[] {
  return saidIn(listAt(spec, way));
}

function listAt(spec: Spec, way: string): List<unknown> | undefined {
  const field = fieldAt(spec, way);
  return isPlace(field) && isList(field) ? field : undefined;
}

function fieldAt(spec: Spec, way: string): unknown {
  return way === ''
    ? spec
    : stepsOf(way).reduce<unknown>((field, key) => isObject(field) && Reflect.get(field, key), spec);
}

/** Ways are asked for in each version, and there are as many as the format has keys. */
const steps = new Map<string, readonly string[]>();

function stepsOf(way: string): readonly string[] {
  const known = steps.get(way) ?? way.split('.');
  steps.set(way, known);
  return known;
}

/** Whether two values of specs say the same, wherever they stand. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  return countOf(a) === countOf(b) && Object.keys(a).every((key) => isSameField(key, a, b));
}

function isSameField(key: string, a: object, b: object): boolean {
  if (WHERE.includes(key)) return true;
  const [of, other]: unknown[] = [Reflect.get(a, key), Reflect.get(b, key)];
  return key === 'verbatimAt' ? (of === undefined) === (other === undefined) : isSame(of, other);
}

function countOf(object: object): number {
  return Object.keys(object).length;
}

/** A section or a list. */
function isCollection(value: unknown): value is Place {
  return isPlace(value) && !('value' in value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
