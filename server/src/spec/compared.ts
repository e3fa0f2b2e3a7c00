import { exchanged } from '../text/carried.ts';
import type { Range } from '../text/range.ts';
import { isLong, itemsFrom, haveSameSteps as leadAlike, said } from './located.ts';
import type { Place, Spec } from './model.ts';
import type { Asked, Ground, Stretch } from './noting.ts';
import { isList, isPlace } from './noun-sections.ts';
import { ALL, fieldAt, isCollection, isObject, listAt, listOf, WHERE } from './ways.ts';

/** Whether what was looked at says the same in another spec, wherever it stands. */
export function saysTheSame(way: string, before: Spec, now: Spec): boolean {
  const isAll = way.endsWith(ALL);
  const keys = isAll ? way.slice(0, -ALL.length) : way;
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
  if (asked) return !asked.isItem || isMovedItem(asked.answer, asked.ask(ground), move);
  const list = listOf(what);
  const [old, field] = [before, ground.spec].map((spec) => fieldAt(spec, list ?? what));
  if (!isPlace(old) || !isPlace(field)) return !isPlace(old) && !isPlace(field);
  // What is in it was looked at by itself.
  if (isCollection(old) && list === undefined) return isMoved(old.keyAt, field.keyAt, move);
  if (!isList(old) || !isList(field) || !isLong(old)) return isMovedPlace(old, field, move);
  const { from, to, end } = exchanged<unknown>(said(old), said(field));
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
  return said(listAt(spec, way));
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
