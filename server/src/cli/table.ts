import { widthOf } from './cells.ts';

/** Rows as aligned columns, two spaces apart; the last column is not padded. */
export function table(rows: readonly (readonly string[])[], indent = ''): string {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
  return rows
    .map((row) => `${indent}${row.map((cell, i) => padded(cell, widths[i] ?? 0)).join('  ')}`.trimEnd())
    .join('\n')
    .concat('\n');
}

/** As `padEnd` does, by the columns of a terminal. */
function padded(cell: string, width: number): string {
  return cell + ' '.repeat(width - widthOf(cell));
}
