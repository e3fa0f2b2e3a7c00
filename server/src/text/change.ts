import type { Range } from './range.ts';

/** What lies between the longest beginning and the longest end that two texts have in common. */
export interface Change {
  readonly from: number;
  /** In the text before. */
  readonly to: number;
  /** How much further on stands what is behind it. */
  readonly by: number;
}

/** Texts are compared by pieces, as far as these are equal: that is much faster than by characters. */
const PIECE = 4096;

/** How a text has changed. */
export function changeBetween(before: string, text: string): Change {
  const most = Math.min(before.length, text.length);
  let from = 0;
  for (let piece = PIECE; piece >= 1; piece >>= 3)
    while (from + piece <= most && before.slice(from, from + piece) === text.slice(from, from + piece)) from += piece;
  let end = 0;
  const least = most - from;
  const isEqual = (length: number) =>
    before.slice(before.length - end - length, before.length - end) ===
    text.slice(text.length - end - length, text.length - end);
  for (let piece = PIECE; piece >= 1; piece >>= 3) while (end + piece <= least && isEqual(piece)) end += piece;
  return { from, to: before.length - end, by: text.length - before.length };
}

/** Where a place of the text before stands after a change; undefined where that may be about it. */
export function movedBy({ from, to, by }: Change, at: Range): Range | undefined {
  if (at.end <= from) return at;
  if (at.start >= to) return { start: at.start + by, end: at.end + by };
  return at.start < from && at.end >= to ? { start: at.start, end: at.end + by } : undefined;
}
