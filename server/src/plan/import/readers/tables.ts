/** The columns of what `Format-Table` shows: their names, and where each begins. */
export type Columns = readonly { readonly name: string; readonly start: number }[];

/** A cell of a table, and whether the console cut it off. */
export interface Cell {
  readonly name: string;
  readonly value: string;
  readonly isCut: boolean;
}

/** The columns that a line names whose names are underlined by the next one, each by as many dashes as it has letters. */
export function columnsOf(head: string, below: string | undefined): Columns | undefined {
  if (below === undefined || !/^ *-+(?: +-+)*$/.test(below.trimEnd())) return undefined;
  const columns = [...below.matchAll(/-+/g)].map(({ 0: dashes, index: start }) => ({
    name: head.slice(start, start + dashes.length),
    start,
  }));
  const named = columns.map(({ name }) => name).join(' ');
  const isUnderlined =
    named === head.trim().replaceAll(/ +/g, ' ') && columns.every(({ name }) => /^\w[\w-]*$/.test(name));
  return isUnderlined ? columns : undefined;
}

/** The cells of a row. What stands right in its column, as numbers do, may begin before the name of the column. */
export function cellsOf(row: string, columns: Columns): readonly Cell[] {
  const starts = columns.map(({ start }, index) => (index === 0 ? 0 : startIn(row, start)));
  return columns.map(({ name }, index) => {
    const value = row.slice(starts[index], starts[index + 1]).trim();
    return { name, value, isCut: /(?:\.\.\.|\u2026)$/.test(value) };
  });
}

function startIn(row: string, start: number): number {
  if (row[start - 1] === undefined || row[start - 1] === ' ') return start;
  return row.lastIndexOf(' ', start - 1) + 1;
}
