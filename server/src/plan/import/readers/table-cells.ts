/** The columns of what `Format-Table` shows: their names, and where each begins. */
export type Columns = readonly { readonly name: string; readonly start: number }[];

/** A line of a table. */
export interface Line {
  /** Counted from one. */
  readonly line: number;
  readonly text: string;
}

/** What stands in a column of a row. */
export interface Cell {
  readonly name: string;
  readonly value: string;
}

/** The head of a table. */
export interface Head {
  readonly columns: Columns;
  /** Of the dashes below the names, counted from the line with which the head begins. */
  readonly underline: number;
}

/** Lines that names may be broken into which are longer than their columns. */
const MOST_LINES = 4;

/** The lines below one that could begin a head. */
export function linesBelow(lines: readonly string[], index: number): readonly string[] {
  return lines.slice(index + 1, index + 1 + MOST_LINES);
}

/** The head that begins with a line, by the dashes that underline each name, as many as it has letters. */
export function headOf(line: string, below: readonly string[]): Head | undefined {
  const underline = below.findIndex((one) => DASHES.test(one)) + 1;
  if (underline === 0) return undefined;
  const above = [line, ...below.slice(0, underline - 1)];
  const columns: { readonly name: string; readonly start: number }[] = [];
  for (const { 0: dashes, index: start } of (below[underline - 1] ?? '').matchAll(/-+/g)) {
    const parts = above.map((one) => one.slice(start, start + dashes.length).trim());
    const name = parts.join('');
    if (parts[0]?.length !== dashes.length || !NAME.test(name)) return undefined;
    columns.push({ name, start });
  }
  const shown = above.map((one) => one.replaceAll(' ', ''));
  if (columns.reduce((length, { name }) => length + name.length, 0) !== shown.join('').length) return undefined;
  // What stands above a whole head is none of it.
  const isTooMuch = underline > 1 && headOf(above.at(-1) ?? '', below.slice(underline - 1)) !== undefined;
  return isTooMuch ? undefined : { columns, underline };
}

/** The name of a property, of which the console may have cut off the end. */
const NAME = /^\w[\w-]*(?:\.\.\.|\u2026)?$/;
const DASHES = /^ *-+(?: +-+)* *$/;

/** Whether a text has a table in it. */
export function hasTable(lines: readonly string[]): boolean {
  return lines.some((line, index) => headOf(line, linesBelow(lines, index)) !== undefined);
}

/** The cells of a line. What stands right in its column, as numbers do, may begin before the name of the column. */
export function cellsOf(row: string, columns: Columns): readonly Cell[] {
  const starts = columns.map(({ start }, index) => (index === 0 ? 0 : startIn(row, start)));
  return columns.map(({ name }, index) => ({ name, value: row.slice(starts[index], starts[index + 1]).trim() }));
}

function startIn(row: string, start: number): number {
  if (row[start - 1] === undefined || row[start - 1] === ' ') return start;
  return row.lastIndexOf(' ', start - 1) + 1;
}

/** Whether a column has what an object is called by. */
export function isName(column: string): boolean {
  return /^(?:Identity|Domain|Name|HostName|SipAddress)$/i.test(column);
}
