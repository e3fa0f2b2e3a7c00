import { widthOf } from './cells.ts';
import type { Paint } from './paint.ts';

/** What stands in a column; a colour takes no room. */
export type Cell = string | { readonly text: string; readonly paint: Paint };

/** Rows as aligned columns, two spaces apart; the last column is not padded. */
export function table(rows: readonly (readonly Cell[])[], indent = ''): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(textIn(cell)));
  return rows
    .map((row) => `${indent}${row.map((cell, i) => padded(cell, widths[i] ?? 0)).join('  ')}`.trimEnd())
    .join('\n')
    .concat('\n');
}

/** As `padEnd` does, by the columns of a terminal. */
function padded(cell: Cell, width: number): string {
  const text = textIn(cell);
  return (typeof cell === 'string' ? text : cell.paint(text)) + ' '.repeat(width - widthOf(text));
}

function textIn(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}
