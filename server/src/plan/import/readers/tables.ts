import { say } from '../../../text/message.ts';
import type { Asked } from '../asked.ts';
import { type Found, withOthers } from '../found.ts';
import { nounPlace, wholeName } from '../nouns.ts';
import { shownValue } from './lists.ts';
import { type Cell, type Columns, isName, type Line } from './table-cells.ts';
import { type Row, wholeRows } from './wrapped-rows.ts';

/** A table with the lines of its rows. */
export interface Table {
  readonly columns: Columns;
  readonly lines: Line[];
}

/** The objects of a table. One whose name is cut off is none, and then others are there than those that are shown. */
export function objectsIn(
  { columns: shown, lines }: Table,
  source: string,
  asked: Asked,
): Pick<Found, 'objects' | 'unread'> {
  const { noun } = asked;
  const columns = shown.map(({ name, start }) => ({ name: wholeName(name, noun), start }));
  const rows = wholeRows(lines, columns, asked);
  // Of what there is one of, nobody has to say which.
  const isOnly = noun !== undefined && nounPlace(noun)?.isList === false;
  const isTold = (row: Row) => isOnly || isNamed(row);
  const named = rows.filter(isTold);
  const nameless = rows.filter((row) => !isTold(row));
  const objects = named.map(({ line, last, cells }) => {
    const known = cells.filter((cell) => !isName(cell.name) || isWholeName(cell));
    return {
      noun,
      properties: Object.fromEntries(known.map(({ name, value }) => [name, shownValue(name, value)])),
      source,
      line,
      last,
      comments: [],
      doubts: Object.fromEntries(
        known.flatMap((cell) => {
          const doubt = CUT.test(cell.name) ? CUT_COLUMN : isCut(cell) ? CUT_CELL : undefined;
          return doubt === undefined ? [] : [[cell.name, doubt]];
        }),
      ),
    };
  });
  const reason = columns.some(({ name }) => isName(name)) ? CUT_NAME : NAMELESS;
  const isAll = nameless.length === 0 && !asked.lacks.includes('objects');
  return {
    objects: isAll ? objects : withOthers(objects),
    unread: nameless.map(({ line, text }) => ({ source, line, text, reason })),
  };
}

function isNamed({ cells, isUnclear }: Row): boolean {
  return !isUnclear && cells.some(isWholeName);
}

function isWholeName(cell: Cell): boolean {
  return isName(cell.name) && cell.value !== '' && !isCut(cell);
}

/** Whether the console cut a cell off. */
function isCut({ value }: Cell): boolean {
  return CUT.test(value);
}

const CUT = /(?:\.\.\.|\u2026)$/;

const CUT_COLUMN = say`The table cut off the name of the column; use Format-List and look again.`;
const CUT_CELL = say`The table cut it off; use Format-List and look again.`;
const CUT_NAME = say`The table does not show the whole name of an object; use Format-List and look again.`;
const NAMELESS = say`The table does not show the names of objects; use Format-List and look again.`;
