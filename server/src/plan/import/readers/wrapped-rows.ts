import type { Asked } from '../asked.ts';
import { type Cell, type Columns, cellsOf, isName, type Line } from './table-cells.ts';

/** A row with all the lines that the console broke it into. */
export interface Row extends Line {
  readonly last: number;
  readonly cells: readonly Cell[];
  /** Nobody can tell whether the name of the object goes on in the next row. */
  readonly isUnclear: boolean;
}

/**
 * Puts the lines of rows together that `-Wrap` broke at blanks, and within words that are longer than their column: what goes on in
 * a line would have had no room in the line above.
 */
export function wholeRows(lines: readonly Line[], columns: Columns, asked: Pick<Asked, 'table'>): readonly Row[] {
  const rows = lines.map(
    (line): Row => ({ ...line, last: line.line, cells: cellsOf(line.text, columns), isUnclear: false }),
  );
  const widths = columns.map(({ start }, i) => (columns[i + 1]?.start ?? start + longest(rows, i) + 1) - start - 1);
  const links = rows.map(({ cells }, i) => linkBetween(rows[i - 1]?.cells, cells, { widths, ...asked.table }));
  // Where nobody knows the command, a line without a name tells that the table has such rows.
  if (asked.table?.wraps === false || (asked.table === undefined && !links.includes('more'))) return rows;
  const whole: Row[] = [];
  for (const [i, row] of rows.entries()) {
    const [before, link] = [whole.at(-1), links[i]];
    if (before && link !== undefined) whole.pop();
    if (before && link === 'more') whole.push(joined(before, row, widths));
    else if (before && link === 'unclear') whole.push({ ...before, isUnclear: true }, { ...row, isUnclear: true });
    else whole.push(row);
  }
  return whole;
}

interface Wrapping {
  readonly widths: readonly number[];
  readonly wraps?: boolean;
  /** The columns are as wide as what is in them, so no name is broken. */
  readonly isSized?: boolean;
}

/** Whether a line goes on with the row of the one above; undefined for a row of its own. */
function linkBetween(
  above: readonly Cell[] | undefined,
  below: readonly Cell[],
  { widths, wraps, isSized }: Wrapping,
): 'more' | 'unclear' | undefined {
  if (above === undefined) return undefined;
  const isMore = below.every(({ value }, i) => value === '' || hasNoRoom(above[i]?.value ?? '', value, widths[i] ?? 0));
  if (!isMore) return undefined;
  const named = [...below.entries()].filter(([, { name, value }]) => isName(name) && value !== '');
  if (named.length === 0) return 'more';
  if (isSized) return undefined;
  const parts = named.map(([i, { value }]) => ({ above: above[i]?.value ?? '', value, width: widths[i] ?? 0 }));
  if (parts.every((part) => isBroken(part.above, part.value, part.width))) return wraps ? 'more' : 'unclear';
  const isFull = parts.every((part) => part.above.length >= part.width);
  if (isFull && !wraps) return 'unclear';
  // A name that goes on behind a blank is not that of a domain.
  return wraps && parts.every((part) => !part.above.includes('.')) ? 'unclear' : undefined;
}

/** Whether the first word of what stands below had no room behind what stands above. */
function hasNoRoom(above: string, below: string, width: number): boolean {
  const [word = ''] = below.split(' ');
  return above !== '' && above.length + 1 + word.length > width;
}

function longest(rows: readonly Row[], column: number): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells[column]?.value.length ?? 0), 0);
}

function joined(row: Row, { line, text, cells }: Row, widths: readonly number[]): Row {
  return {
    ...row,
    last: line,
    text: `${row.text}\n${text}`,
    cells: row.cells.map((cell, i) => ({ ...cell, value: goingOn(cell.value, cells[i]?.value ?? '', widths[i] ?? 0) })),
  };
}

function goingOn(value: string, more: string, width: number): string {
  if (more === '') return value;
  return isBroken(value, more, width) ? value + more : `${value} ${more}`;
}

/** Whether the last word goes on below: it fills its column, is longer, and is one that may be, such as the name of a host. */
function isBroken(above: string, below: string, width: number): boolean {
  const [last = '', first = ''] = [above.split(' ').at(-1), below.split(' ')[0]];
  return above.length >= width && last.length + first.length > width && /[./\\@:_-]/.test(last + first);
}
