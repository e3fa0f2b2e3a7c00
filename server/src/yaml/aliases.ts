import { type Block, countOf } from './block.ts';
import { relocated } from './moved.ts';
import { parseNode } from './parse.ts';
import type { Group } from './split.ts';
import type { Mapping, Sequence } from './tree.ts';

/** A block where it stands, with its place in the text in which it is read beside others. */
interface Piece {
  readonly block: Block;
  readonly group: Group;
  readonly start: number;
  readonly from: number;
}

/**
 * What the blocks with aliases say, each at its place. They are read together with those that have anchors, and nothing else is.
 * Undefined where something is wrong with them.
 */
export function withAliases(document: Group): ReadonlyMap<Block, Mapping | Sequence> | undefined {
  let text = '';
  const pieces: Piece[] = [];
  for (const { block, group, start } of linked(document, 0)) {
    // An entry of the document stands by itself, and all else below a key.
    if (group.depth.indent > 0 || group.depth.kind === 'sequence') text += `${KEY}${pieces.length}:\n`;
    pieces.push({ block, group, start, from: text.length });
    text += block.linked;
  }
  const { node, faults } = parseNode(text);
  if (node?.kind !== 'mapping' || faults.length > 0 || node.entries.length !== pieces.length) return undefined;
  const found = new Map<Block, Mapping | Sequence>();
  const place = placing(pieces);
  for (const [i, { block, group }] of pieces.entries()) {
    const entry = node.entries[i];
    const value = entry?.key.value === `${KEY}${i}` ? entry.value : entry && { ...node, entries: [entry] };
    if (value?.kind !== group.depth.kind || countOf(value) !== 1) return undefined;
    if (block.hasAliases) found.set(block, relocated(value, place));
  }
  return found;
}

const KEY = 'block ';

/** The blocks that have anchors or aliases, in the order of the text. */
function* linked(group: Group, start: number): Iterable<Omit<Piece, 'from'>> {
  let at = start + group.lead;
  for (const part of group.parts) {
    if (part.kind === 'group') yield* linked(part, at);
    else if (part.linked !== undefined) yield { block: part, group, start: at };
    at += part.length;
  }
}

/** Leads from places in the text that was read to those in the document. */
function placing(pieces: readonly Piece[]): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.from ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const { start, from } = pieces[low] ?? { start: 0, from: 0 };
    return start - from;
  };
}
