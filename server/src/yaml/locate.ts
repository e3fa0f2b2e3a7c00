import { firstFrom, type Range, touches } from '../text/range.ts';
import { itemOf, itemUpTo } from './long-list.ts';
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
    const i = itemUpTo(node, offset);
    const item = itemOf(node, i);
    if (item !== undefined && touches(item.at, offset))
      return inside(item, { path: [...spot.path, i], node: item, on: 'value' }, offset);
  }
  return spot;
}

/** The path of the innermost thing that holds a whole range; for one between things, as comments are, that of the next one. */
export function pathAround(root: Mapping | undefined, at: Range): Path {
  return root === undefined ? [] : around(root, [], at);
}

function around(node: Node, path: Path, at: Range): Path {
  const below = node.alias === true ? undefined : belowAt(node, at);
  if (below === undefined) return path;
  const { step, start, value, keyEnd = start } = below;
  if (at.end <= start) return [...path, step];
  if (at.start < start) return path;
  return at.end <= keyEnd ? [...path, step] : around(value, [...path, step], at);
}

interface Below {
  readonly step: string | number;
  readonly start: number;
  readonly keyEnd?: number;
  readonly value: Node;
}

/** The first thing in a node that does not end before a range does. */
function belowAt(node: Node, { end }: Range): Below | undefined {
  if (node.kind === 'sequence') {
    const step = itemUpTo(node, end);
    const value = itemOf(node, step);
    return value && { step, start: value.at.start, value };
  }
  if (node.kind !== 'mapping') return undefined;
  const entry = node.entries[firstFrom(node.entries, ({ key, value }) => end <= Math.max(key.at.end, value.at.end))];
  return entry && { step: entry.key.value, start: entry.key.at.start, keyEnd: entry.key.at.end, value: entry.value };
}
