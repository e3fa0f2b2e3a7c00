import type { List, Place, Spec } from './model.ts';
import { isList, isPlace } from './noun-sections.ts';

/** What tells where something stands, and not what it says. */
export const WHERE: readonly PropertyKey[] = ['at', 'keyAt', 'path'] satisfies readonly (keyof Place)[];

/** Before the way of a list whose items are looked at one by one. */
export const EACH = 'each ';

/** Behind the way of a list that is looked at as a whole. */
export const ITEMS = '.items';

/** Behind the way of a section of which it is looked at which keys it has. */
export const ALL = '.*';

/** Whether it was a list that was looked at item by item. */
export function isOneByOne(what: string): boolean {
  return what.startsWith(EACH);
}

/** The list whose items were looked at, one by one or as a whole. */
export function listOf(what: string): string | undefined {
  if (isOneByOne(what)) return what.slice(EACH.length);
  return what.endsWith(ITEMS) ? what.slice(0, -ITEMS.length) : undefined;
}

/** The list at a way. */
export function listAt(spec: Spec, way: string): List<unknown> | undefined {
  const field = fieldAt(spec, way);
  return isPlace(field) && isList(field) ? field : undefined;
}

/** What stands at a way. */
export function fieldAt(spec: Spec, way: string): unknown {
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

/** A section or a list. */
export function isCollection(value: unknown): value is Place {
  return isPlace(value) && !('value' in value);
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
