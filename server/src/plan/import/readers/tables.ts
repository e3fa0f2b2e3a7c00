import { say } from '../../../text/message.ts';
import type { Asked, Lacks } from '../asked.ts';
import type { Found } from '../found.ts';
import { shownValue } from './lists.ts';

/** The columns of what `Format-Table` shows: their names, and where each begins. */
export type Columns = readonly { readonly name: string; readonly start: number }[];

/** A cell of a table, and whether the console cut it off. */
interface Cell {
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

/** Whether a text has a table in it. */
export function hasTable(lines: readonly string[]): boolean {
  return lines.some((line, index) => columnsOf(line, lines[index + 1]) !== undefined);
}

/** The cells of a row. What stands right in its column, as numbers do, may begin before the name of the column. */
function cellsOf(row: string, columns: Columns): readonly Cell[] {
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

/** A table with its rows. */
export interface Table {
  readonly columns: Columns;
  readonly rows: { readonly line: number; readonly text: string }[];
}

/** The objects of a table. One whose name is cut off is none, and then others are there than those that are shown. */
export function rowsOf(
  { columns, rows }: Table,
  source: string,
  { noun, lacks }: Asked,
): Pick<Found, 'objects' | 'unread'> {
  const read = rows.map(({ line, text }) => ({ line, text, cells: cellsOf(text, columns) }));
  const named = read.filter(({ cells }) => cells.some(isWholeName));
  const nameless = read.filter(({ cells }) => !cells.some(isWholeName));
  const more: Lacks = named.length < read.length ? ['objects', 'properties'] : ['properties'];
  const all = [...new Set([...lacks, ...more])];
  const objects = named.map(({ line, cells }) => {
    const known = cells.filter((cell) => !NAMES.test(cell.name) || isWholeName(cell));
    return {
      noun,
      properties: Object.fromEntries(known.map(({ name, value }) => [name, shownValue(name, value)])),
      source,
      line,
      comments: [],
      doubts: Object.fromEntries(known.filter(({ isCut }) => isCut).map(({ name }) => [name, CUT_CELL])),
      lacks: all,
    };
  });
  const reason = columns.some(({ name }) => NAMES.test(name)) ? CUT_NAME : NAMELESS;
  return { objects, unread: nameless.map(({ line, text }) => ({ source, line, text, reason })) };
}

function isWholeName({ name, value, isCut }: Cell): boolean {
  return NAMES.test(name) && value !== '' && !isCut;
}

/** What an object is called by. */
const NAMES = /^(?:Identity|Domain|Name|HostName|SipAddress)$/i;
const CUT_CELL = say`The table cut it off; use Format-List and look again.`;
const CUT_NAME = say`The table does not show the whole name of an object; use Format-List and look again.`;
const NAMELESS = say`The table does not show the names of objects; use Format-List and look again.`;
