import { firstFrom, touches } from '../text/range.ts';
import type { Entry, Mapping, Node, Path } from './tree.ts';

/** What stands at an offset: the innermost node there, and whether it is reached on its key. */
export interface Spot {
  readonly path: Path;
  readonly node: Node;
  /** The entry whose key or value stands there, where the node is the value of one. */
  readonly entry?: Entry;
  readonly on: 'key' | 'value';
}

/** The innermost thing at an offset, or nothing outside the document's content. */
export function locate(root: Mapping | undefined, offset: number): Spot | undefined {
  return root && touches(root.at, offset) ? inside(root, { path: [], node: root, on: 'value' }, offset) : undefined;
}

function inside(node: Node, spot: Spot, offset: number): Spot {
  if (node.kind === 'mapping' && node.alias !== true) {
    const entry =
      node.entries[firstFrom(node.entries, ({ key, value }) => offset <= Math.max(key.at.end, value.at.end))];
    if (entry === undefined) return spot;
    const path = [...spot.path, entry.key.value];
    if (touches(entry.key.at, offset)) return { path, node: entry.value, entry, on: 'key' };
    if (touches(entry.value.at, offset))
      return inside(entry.value, { path, node: entry.value, entry, on: 'value' }, offset);
  }
  if (node.kind === 'sequence' && node.alias !== true) {
    const i = firstFrom(node.items, ({ at }) => offset <= at.end);
    const item = node.items[i];
    if (item !== undefined && touches(item.at, offset))
      return inside(item, { path: [...spot.path, i], node: item, on: 'value' }, offset);
  }
  return spot;
}
