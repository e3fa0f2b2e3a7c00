import { HiddenField } from '../text/hidden-field.ts';
import { LazyField } from '../text/lazy-field.ts';
import { once } from '../text/once.ts';
import { firstFrom, type Range } from '../text/range.ts';
import { moved } from './moved.ts';
import type { Node, Sequence } from './tree.ts';

/** The items of a long list as they were read: each at places from the start of its block, and where that begins. */
export interface LongList {
  readonly nodes: readonly Node[];
  readonly starts: readonly number[];
}

const longLists = new HiddenField<Sequence, LongList>();
const itemsField = new LazyField<'items', readonly Node[]>('items');

/** A list that was read item by item. */
export function longSequence(list: LongList, at: Range): Sequence {
  const { nodes, starts } = list;
  const node = itemsField.on(
    { kind: 'sequence' as const, flow: false, at },
    once(() => nodes.map((item, i) => moved(item, starts[i] ?? 0))),
  );
  longLists.set(node, list);
  return node;
}

/** How a list was read, where that was item by item: what was not read again is the same node as in the version before. */
export function longList(node: Sequence): LongList | undefined {
  return longLists.get(node);
}

/** One item of a list, of which the others need not be put at their places. */
export function itemOf(node: Sequence, index: number): Node | undefined {
  const long = longLists.get(node);
  if (long === undefined) return node.items[index];
  const item = long.nodes[index];
  return item && moved(item, long.starts[index] ?? 0);
}

/** The index of the first item of a list that does not end before an offset; the length of the list where there is none. */
export function itemUpTo(node: Sequence, offset: number): number {
  const { nodes, starts } = longLists.get(node) ?? { nodes: node.items, starts: NO_STARTS };
  return firstFrom(nodes, ({ at }, i) => offset <= at.end + (starts[i] ?? 0));
}

const NO_STARTS: readonly number[] = [];
