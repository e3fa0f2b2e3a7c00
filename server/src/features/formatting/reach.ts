import type { LineTable } from '../../text/lines.ts';
import type { Range } from '../../text/range.ts';

/** The lines that may be changed. */
export interface Reach {
  has(line: number): boolean;
  /** Whether all lines from one to another may be changed. */
  covers(first: number, last: number): boolean;
}

/** The lines of some ranges, or all lines. A range that ends where a line begins does not have that line. */
export function reachOf(lines: LineTable, ranges: readonly Range[] | undefined): Reach {
  if (ranges === undefined) return { has: () => true, covers: () => true };
  const stretches = ranges.map(({ start, end }) => {
    const [first, last] = [lines.lineAt(start), lines.lineAt(end)];
    return { first, last: last > first && lines.startOf(last) === end ? last - 1 : last };
  });
  const covers = (from: number, to: number) => stretches.some(({ first, last }) => first <= from && to <= last);
  return { has: (line) => covers(line, line), covers };
}
