import { type Change, changeBetween } from '../text/change.ts';
import { type Group, groupOf, isUnread, LONG, type Part, Splitter } from './split.ts';

/** A text as it was last taken apart into blocks. */
export interface Blocks {
  readonly text: string;
  readonly document: Group;
}

/** The blocks of a text that was edited: only the lines that changed are taken apart again. Undefined where that does not do. */
export function edited({ text: before, document }: Blocks, text: string, dependent: RegExp): Group | undefined {
  if (before === text) return document;
  // What is read of so many mistakes depends on how many there are before it.
  if (isUnread(document)) return undefined;
  const edit = changeBetween(before, text);
  const start = text.lastIndexOf('\n', edit.from - 1) + 1;
  const found = text.indexOf('\n', edit.to + edit.by);
  if (dependent.test(text.slice(start, found < 0 ? text.length : found + 1))) return undefined;
  const group = new Editing(before, text, edit).group(document, 0);
  return group && isUnread(group) ? undefined : group;
}

class Editing {
  readonly #before: string;
  readonly #text: string;
  readonly #edit: Change;

  constructor(before: string, text: string, edit: Change) {
    this.#before = before;
    this.#text = text;
    this.#edit = edit;
  }

  /** A section with the edit in it, where that lies within its parts. */
  group(group: Group, start: number): Group | undefined {
    const { from, to, by } = this.#edit;
    const { parts, lead, depth, length, lines } = group;
    const end = start + length;
    if (from <= start + lead || (to >= end && end < this.#before.length)) return undefined;
    const starts = startsOf(parts, start + lead);
    // What is put in at the start of a part may belong to the one above it.
    let first = partAt(starts, from - 1);
    const last = partAt(starts, to);
    const inner = first === last ? parts[first] : undefined;
    const within = inner?.kind === 'group' ? this.group(inner, starts[first] ?? 0) : undefined;
    const lastEnd = (starts[last] ?? 0) + (parts[last]?.length ?? 0);
    let read: readonly Part[] | undefined;
    if (within && within.lines >= LONG) read = [within];
    else {
      let region = new Splitter(this.#text, { from: starts[first] ?? 0, end: lastEnd + by });
      // What stood in its first line may be a comment now, and belong to the part above.
      while (first > 0 && !region.opens(depth))
        region = new Splitter(this.#text, { from: starts[--first] ?? 0, end: lastEnd + by });
      read = region.parts(depth);
    }
    if (read === undefined) return undefined;
    const replaced = parts.slice(first, last + 1);
    const changed = [...parts.slice(0, first), ...read, ...parts.slice(last + 1)];
    const more = linesOf(read) - linesOf(replaced);
    return groupOf({ key: group.key, lead, depth, length: length + by, lines: lines + more }, changed);
  }
}

function linesOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { lines }) => sum + lines, 0);
}

function startsOf(parts: readonly Part[], first: number): Int32Array {
  const starts = new Int32Array(parts.length);
  let at = first;
  for (let i = 0; i < parts.length; i++) {
    starts[i] = at;
    at += parts[i]?.length ?? 0;
  }
  return starts;
}

/** The part in which an offset lies: the last one that does not begin behind it. */
function partAt(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
