import type { Block } from './blocks.ts';

/** What is around a comment on a line of its own. */
export interface Neighbours {
  /** The innermost block that is open above it. */
  readonly above: Block | undefined;
  /** The line of content below it. */
  readonly below: { readonly column: number; readonly wanted: number } | undefined;
  /** The block in which the one below stands. */
  readonly around: Block | undefined;
  /** Where what belongs to the key above would stand, if nothing does yet. */
  readonly inside: number | undefined;
}

/** The column at which a comment is to stand: it moves with the block to which it belongs by its column. */
export function commentColumn(column: number, { above, below, around, inside }: Neighbours): number {
  if (below && column <= below.column) return enclosing(around, column)?.wanted ?? below.wanted;
  let block = above;
  while (block && block.column > column) block = block.outer;
  const isEmptyKey = inside !== undefined && around !== above;
  if (isEmptyKey && block && block === above && column > block.column) return inside;
  const isDeeper = block !== undefined && (below === undefined || block.column > below.column);
  return (isDeeper ? block : below)?.wanted ?? 0;
}

/** The block at exactly that column, of those around another one. */
function enclosing(innermost: Block | undefined, column: number): Block | undefined {
  let block = innermost;
  while (block && block.column !== column) block = block.outer;
  return block;
}
