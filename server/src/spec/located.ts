import { HiddenField } from '../text/hidden-field.ts';
import { LazyField } from '../text/lazy-field.ts';
import { once } from '../text/once.ts';
import type { Range } from '../text/range.ts';
import { type LongList, longList } from '../yaml/long-list.ts';
import { nodeAt } from '../yaml/node-at.ts';
import { counted, type Mapping, type Node, type Path, type Scalar, type Sequence } from '../yaml/tree.ts';
import type { SchemaFault } from './faults.ts';
import { type Item, itemsOf } from './long-lists.ts';
import type { Leaf, List, Located, Place } from './model.ts';
import { isPlace } from './noun-sections.ts';
import { below, type Schema } from './schema.ts';
import { WHERE } from './ways.ts';

/** The nodes that are not what the schema wants. */
type Wrong = ReadonlySet<Node>;
type Put = Pick<Place, 'keyAt' | 'path'>;
/** A place that is being made: with as little around it as there can be, as a long list has tens of thousands. */
type Open = { -readonly [K in keyof Place]: Place[K] } & Record<string, unknown>;

/** A mapping as a section of a spec. */
export function section(node: Mapping, schema: Schema, put: Put, wrong: Wrong): Place {
  const { keyAt, path } = put;
  const place: Open = { at: node.at, keyAt, path };
  const unread: string[] = [];
  for (const { key, value } of counted(node)) {
    const name = key.value;
    const child = below(schema, name);
    if (child === undefined) continue;
    const field = located(value, child, { keyAt: key.at, path: path.concat(name) }, wrong);
    if (field) place[name] = field;
    if (wrong.has(value) || (value.kind === 'sequence' && hasWrongItem(value, wrong))) unread.push(name);
  }
  if (unread.length > 0) place.unread = unread;
  if (node.isPart) place.isPart = true;
  return place;
}

/** The nodes that faults are about. */
export function wrongNodes(faults: readonly SchemaFault[], root: Node | undefined): Wrong {
  return new Set(faults.flatMap(({ kind, path }) => (kind === 'missing-key' ? [] : (nodeAt(root, path) ?? []))));
}

function located(node: Node, schema: Schema, put: Put, wrong: Wrong): Place | undefined {
  if (wrong.has(node)) return undefined;
  if (node.kind === 'mapping') return section(node, schema, put, wrong);
  if (node.kind === 'sequence') return list(node, schema, put, wrong);
  if (node.value === null) return undefined;
  const shorthand = schema['x-shorthand'];
  if (shorthand === undefined) return leaf(node, put);
  const { keyAt, path } = put;
  return { at: node.at, keyAt, path, [shorthand]: leaf(node, { keyAt: undefined, path }) };
}

function leaf({ at, value, verbatimAt }: Scalar, { keyAt, path }: Put): Leaf<unknown> {
  return { at, keyAt, path, value, verbatimAt };
}

function list(node: Sequence, schema: Schema, put: Put, wrong: Wrong): Place & { readonly items: readonly Place[] } {
  const long = longList(node);
  if (long) return longPlace(long, schema, { at: node.at, ...put });
  const items: Place[] = [];
  for (const [i, item] of node.items.entries()) {
    const read = located(item, below(schema, i) ?? {}, { keyAt: undefined, path: put.path.concat(i) }, wrong);
    if (read) items.push(read);
  }
  return { at: node.at, ...put, items };
}

function hasWrongItem(node: Sequence, wrong: Wrong): boolean {
  const long = longList(node);
  if (long === undefined) return node.items.some((item) => wrong.has(item));
  return itemsOf(long.nodes).some((item) =>
    item.faults.some(({ kind, path }) => kind !== 'missing-key' && path.length === 0),
  );
}

/** An item of a long list as part of a spec. */
function placeOf(item: Item, schema: Schema): Place | undefined {
  if (item.schema !== schema) {
    const { node, faults } = item;
    item.schema = schema;
    item.place = located(node, schema, NOWHERE, wrongNodes(faults, node));
    item.put = undefined;
  }
  return item.place;
}

/** The items of a long list: what they say, wherever they stand, and each at its place. */
interface LongItems {
  readonly said: readonly Place[];
  /** The last steps of their paths, where some items could not be read and are missing. */
  readonly steps: readonly number[] | undefined;
  at(index: number): Place | undefined;
}

const longItems = new HiddenField<Place, LongItems>();
const itemsField = new LazyField<'items', readonly Place[]>('items');

function longPlace(
  { nodes, starts }: LongList,
  schema: Schema,
  place: Place,
): Place & { readonly items: readonly Place[] } {
  const items = itemsOf(nodes);
  const of = schema.items ?? NO_SCHEMA;
  const read = items.map((item) => placeOf(item, of));
  const isWhole = read.every((item) => item !== undefined);
  const said = isWhole ? read : read.filter((item) => item !== undefined);
  const steps = isWhole ? undefined : [...read.keys()].filter((i) => read[i] !== undefined);
  const at = (i: number) => {
    const index = steps?.[i] ?? i;
    const item = items[index];
    return item && putAt(item, { start: starts[index] ?? 0, index, path: place.path });
  };
  const list = itemsField.on(
    { ...place },
    once(() => said.flatMap((_, i) => at(i) ?? [])),
  );
  longItems.set(list, { said, steps, at });
  return list;
}

const NO_SCHEMA: Schema = {};
const NOWHERE: Put = { keyAt: undefined, path: [] };

/** Whether a list was read item by item. */
export function isLong(list: Place): boolean {
  return longItems.get(list) !== undefined;
}

/** Tells that a list stands for another one. */
export function haveSameItems(list: Place, other: Place): void {
  const items = longItems.get(list);
  if (items) longItems.set(other, items);
}

/** What the items of a list say, wherever they stand: an item that was not read again is the same object as before. */
export function said<T>(list: List<T> | undefined): readonly Located<T>[] {
  if (list === undefined) return [];
  const items = longItems.get(list)?.said;
  return items && areItems<T>(items) ? items : list.items;
}

/** The last step of the path to an item of a list: what could not be read is missing among the items. */
export function stepTo(list: List<unknown>, index: number): number {
  const long = longItems.get(list);
  return long ? (long.steps?.[index] ?? index) : Number(list.items[index]?.path.at(-1));
}

/** Whether the same steps lead to the items of two lists. */
export function haveSameSteps(list: List<unknown> | undefined, other: List<unknown> | undefined): boolean {
  const [items, others] = [said(list), said(other)];
  if (items.length !== others.length || list === undefined || other === undefined)
    return items.length === others.length;
  const isEach = [list, other].every((one) => isLong(one) && longItems.get(one)?.steps === undefined);
  return isEach || items.every((_, i) => stepTo(list, i) === stepTo(other, i));
}

/** Some of the items of a list, of which the others need not be put at their places. */
export function itemsFrom<T>(list: List<T> | undefined, from: number, to: number): readonly Located<T>[] {
  if (list === undefined) return [];
  const long = longItems.get(list);
  if (long === undefined) return list.items.slice(from, to);
  const items = Array.from({ length: Math.max(0, Math.min(to, long.said.length) - from) }, (_, i) => long.at(from + i));
  return areItems<T>(items) ? items : [];
}

/** The items of a list are what the schema of the list lets through: one tells for all. */
function areItems<T>(items: readonly unknown[]): items is readonly Located<T>[] {
  return items.length === 0 || items[0] !== undefined;
}

function putAt(item: Item, { start, index, path }: { start: number; index: number; path: Path }): Place | undefined {
  const { put, place } = item;
  if (place === undefined) return undefined;
  const isThere =
    put?.at.start === place.at.start + start &&
    put.path[path.length] === index &&
    path.every((step, i) => put.path[i] === step);
  if (!isThere) item.put = shifted(place, start, path.concat(index));
  return item.put;
}

/** A place with all below it further on, and below another path. */
function shifted(place: Place, by: number, path: Path): Place {
  const at = rangeFrom(place.at, by);
  const keyAt = place.keyAt && rangeFrom(place.keyAt, by);
  const way = path.concat(place.path);
  if (isLeaf(place)) {
    const { value, verbatimAt } = place;
    const moved: Leaf<unknown> = {
      at,
      keyAt,
      path: way,
      value,
      verbatimAt: verbatimAt === undefined ? undefined : verbatimAt + by,
    };
    return moved;
  }
  const found: Open = { at, keyAt, path: way };
  for (const key of Object.keys(place)) {
    if (WHERE.includes(key)) continue;
    const value: unknown = Reflect.get(place, key);
    if (isPlace(value)) found[key] = shifted(value, by, path);
    else if (key === 'items' && Array.isArray(value)) found[key] = value.map((item) => shifted(item, by, path));
    else found[key] = value;
  }
  return found;
}

function isLeaf(place: Place): place is Leaf<unknown> {
  return 'value' in place;
}

function rangeFrom({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}
