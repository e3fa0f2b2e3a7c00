import { firstFrom, type Range } from './range.ts';

/** Replaces the text at `at` by `insert`. */
export interface TextEdit {
  readonly at: Range;
  readonly insert: string;
}

/**
 * The text after all edits, which refer to the text before any of them. Insertions at one place keep their order.
 * @throws RangeError when two edits overlap: whoever made them contradicts himself.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const { at, insert } of inOrder(edits)) {
    if (at.start < done) throw new RangeError(`edits overlap at offset ${at.start}`);
    result += text.slice(done, at.start) + insert;
    done = at.end;
  }
  return result + text.slice(done);
}

/** Tells where an offset is after edits; within what they replace, as far from its end. */
export function shiftBy(edits: readonly TextEdit[]): (offset: number) => number {
  const byEnd = edits.toSorted((a, b) => a.at.end - b.at.end);
  let sum = 0;
  const sums = byEnd.map(({ at, insert }) => {
    sum += insert.length - (at.end - at.start);
    return sum;
  });
  return (offset) => offset + (sums[firstFrom(byEnd, ({ at }) => at.end > offset) - 1] ?? 0);
}

/** The edits by place; those at one place in the order in which they were given, insertions first. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}
