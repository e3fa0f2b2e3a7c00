import type { TextEdit } from '../text/edit.ts';
import { LineTable } from '../text/lines.ts';
import { type Outline, outline, type Row, rowOf } from './completion/outline.ts';

/** Where the line belongs on which a character was just typed; told from the lines, so that it holds while the YAML is broken. */
export function indentTyped(lines: LineTable, offset: number, character: string, step: number): readonly TextEdit[] {
  const line = lines.lineAt(offset);
  const written = lines.line(line);
  if (line === 0 || written.trim() !== (character === '\n' ? '' : character)) return [];
  const { above, inside, isRightAbove } = readAbove(lines, line);
  const last = above.at(-1);
  if (last === undefined) return [];
  const indent = written.search(/\S|$/);
  const start = lines.startOf(line);
  if (character === '-') {
    const column = inside === 'block' ? dashColumn(above, last, indent) : indent;
    return column === indent ? [] : [{ at: { start, end: start + indent }, insert: ' '.repeat(column) }];
  }
  // Only the line right above says what is to be typed here.
  if (!isRightAbove) return [];
  const column = inside === 'flow' ? flowColumn(last, step) : lineColumn(lines, line, { above, last, step });
  return column === undefined ? [] : blanks(written, start, column);
}

interface Reading extends Pick<Outline, 'inside'> {
  readonly above: readonly Row[];
  /** Whether the last of them stands on the line right above. */
  readonly isRightAbove: boolean;
}

/** What stands above a line: in its section, or in the whole document where the section does not tell how deep blocks stand. */
function readAbove(lines: LineTable, line: number, from = headAbove(lines, line)): Reading {
  const part = new LineTable(lines.text.slice(lines.startOf(from), lines.endOf(line)));
  const { rows, inside } = outline(part, line - from);
  const above = rows.filter(({ key, dashes, content }) => key || dashes.length > 0 || content !== '');
  const last = above.at(-1);
  if (from > 0 && last !== undefined && isOpen(last) && openings(above).length === 0) return readAbove(lines, line, 0);
  return { above, inside, isRightAbove: last !== undefined && part.lineAt(last.start) === line - from - 1 };
}

/** The line above on which a section begins, as nothing within one stands so far left. */
function headAbove(lines: LineTable, line: number): number {
  let head = line - 1;
  while (head > 0 && !/^[^\s#\-\]}]/.test(lines.text.charAt(lines.startOf(head)))) head--;
  return Math.max(head, 0);
}

/** Makes the blanks of an empty line that many, from its end, where the cursor is. */
function blanks(written: string, start: number, count: number): readonly TextEdit[] {
  const kept = /^ */.exec(written.slice(0, count))?.[0].length ?? 0;
  const at = { start: start + kept, end: start + written.length };
  return kept === count && at.start === at.end ? [] : [{ at, insert: ' '.repeat(count - kept) }];
}

/** Behind a bracket that ends its line, what is in it begins a step further. */
function flowColumn({ content, column }: Row, step: number): number | undefined {
  return /[[{]$/.test(content) ? column + step : undefined;
}

interface Above {
  readonly above: readonly Row[];
  readonly last: Row;
  readonly step: number;
}

/** The column of an empty line below a line; undefined where the editor knows as much. */
function lineColumn(lines: LineTable, line: number, { above, last, step }: Above): number | undefined {
  const { key, dashes, column, content } = last;
  const outer = key ? column : (dashes.at(-1) ?? column);
  const below = firstColumnBelow(lines, line);
  if (/^[|>]/.test(content)) {
    const indicator = /^[|>][+-]?([1-9])/.exec(content)?.[1];
    if (indicator !== undefined) return outer + Number(indicator);
    return below > outer ? below : outer + stepAbove(above, step);
  }
  if (/^"(?:[^"\\]|\\.)*$|^'(?:[^']|'')*$/.test(content)) return undefined;
  if (key === undefined) return content === '' ? column : dashes.at(-1);
  if (!isOpen(last)) return column;
  const isFilled = below > column || (below === column && dashes.length === 0 && isItem(lines, line));
  return isFilled ? below : column + stepAbove(above, step);
}

/** A dash below the keys of an item begins the next one; one below a key stands as lists do in this document. */
function dashColumn(above: readonly Row[], last: Row, indent: number): number {
  if (isOpen(last)) return indent > last.column && listsAreFlush(above) ? last.column : indent;
  for (const { dashes, column } of above.toReversed()) {
    const dash = dashes.at(-1);
    if (dash !== undefined && column === indent && !dashes.includes(indent)) return dash;
    if (dashes.includes(indent) || (dashes[0] ?? column) < indent) break;
  }
  return indent;
}

/** A key without a value on its line, or with no more than an anchor or a tag. */
function isOpen({ key, content }: Row): boolean {
  return key !== undefined && /^(?:[&!]\S*(?:\s+|$))*$/.test(content);
}

/** How far the nearest block above stands from its key. */
function stepAbove(above: readonly Row[], step: number): number {
  return openings(above).find((deeper) => deeper > 0) ?? step;
}

/** Whether the nearest list above stands at the column of its key. */
function listsAreFlush(above: readonly Row[]): boolean {
  const list = above.findLastIndex((row, i) => row.dashes.length > 0 && isOpen(above[i - 1] ?? row));
  return list > 0 && above[list]?.dashes[0] === above[list - 1]?.column;
}

/** How far what is below each key without a value of its own stands from it, the nearest first. */
function openings(above: readonly Row[]): readonly number[] {
  return above
    .flatMap((row, i) => {
      const next = above[i + 1];
      return next && isOpen(row) ? [(next.dashes[0] ?? next.column) - row.column] : [];
    })
    .toReversed();
}

/** Where the next line with content begins. */
function firstColumnBelow(lines: LineTable, line: number): number {
  const row = rowBelow(lines, line);
  return row ? (row.dashes[0] ?? row.column) : -1;
}

function isItem(lines: LineTable, line: number): boolean {
  return (rowBelow(lines, line)?.dashes.length ?? 0) > 0;
}

function rowBelow(lines: LineTable, line: number): Row | undefined {
  for (let next = line + 1; next < lines.count; next++) {
    const row = rowOf(lines, next);
    if (row && lines.line(next).trim() !== '') return row;
  }
  return undefined;
}
