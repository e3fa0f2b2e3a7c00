import type { LineTable } from '../../text/lines.ts';
import type { Range } from '../../text/range.ts';

/** One line of a block: dashes, then a key, then its content. */
export interface Row {
  /** Where the line begins, behind a byte order mark. */
  readonly start: number;
  /** The columns of its dashes. */
  readonly dashes: readonly number[];
  readonly key: { readonly name: string; readonly at: Range; readonly colonEnd: number } | undefined;
  /** The column of the key, or of the content where there is none. */
  readonly column: number;
  /** The value or the word that stands there, without a comment. */
  readonly content: string;
  readonly contentAt: number;
}

/** The rows above a line, and what the line lies inside of. */
export interface Outline {
  readonly rows: readonly Row[];
  readonly inside: 'block' | 'flow' | 'block-scalar';
}

/** Reads the lines above `line`. In a flow collection that is still open there, the last row is the one it begins on. */
export function outline(lines: LineTable, line: number): Outline {
  const rows: Row[] = [];
  let scalarColumn: number | undefined;
  let open = 0;
  for (let i = 0; i <= line; i++) {
    const text = lines.line(i);
    const indent = text.search(/\S|$/);
    const last = rows.at(-1);
    if (scalarColumn !== undefined) {
      if (text.trim() === '' ? i < line || text.length > scalarColumn : indent > scalarColumn) {
        if (i === line) return { rows, inside: 'block-scalar' };
        continue;
      }
      scalarColumn = undefined;
    }
    const row = rowOf(lines, i);
    if (open > 0 && last !== undefined && !isOutside(row, last)) {
      if (i === line) return { rows, inside: 'flow' };
      open += depthOf(text);
      continue;
    }
    open = 0;
    if (row === undefined || i === line) continue;
    rows.push(row);
    const outer = row.key ? row.column : (row.dashes.at(-1) ?? row.column);
    if (/^[|>]/.test(row.content)) scalarColumn = outer;
    if (/^[[{]/.test(row.content)) open = depthOf(row.content);
  }
  return { rows, inside: 'block' };
}

/** A line read as a row of a block; undefined where it holds no more than a comment. An empty line is a row without content. */
export function rowOf(lines: LineTable, line: number): Row | undefined {
  const start = lines.startOf(line) + (lines.text.startsWith('\ufeff', lines.startOf(line)) ? 1 : 0);
  const text = lines.text.slice(start, commentAt(lines, line)).trimEnd();
  if (text === '') return lines.line(line).trim() === '' ? emptyRow(start) : undefined;
  const dashes: number[] = [];
  let column = text.search(/\S/);
  while (text[column] === '-' && /^(?:\s|$)/.test(text.slice(column + 1))) {
    dashes.push(column);
    const gap = text.slice(column + 1).search(/\S/);
    column += gap < 0 ? 2 : gap + 1;
  }
  const [whole = '', quoted, bare] = KEY.exec(text.slice(column)) ?? [];
  const name = quoted?.slice(1, -1) ?? bare;
  if (name === undefined)
    return { start, dashes, key: undefined, column, content: text.slice(column), contentAt: start + column };
  const keyEnd = start + column + (quoted ?? bare ?? '').length;
  const behind = column + whole.length;
  const gap = Math.max(text.slice(behind).search(/\S|$/), 0);
  const key = { name, at: { start: start + column, end: keyEnd }, colonEnd: start + behind };
  return { start, dashes, key, column, content: text.slice(behind + gap), contentAt: start + behind + gap };
}

/** Where the comment of a line begins, or its end. A `#` in quotes or in a word is none. */
export function commentAt(lines: LineTable, line: number): number {
  const text = lines.line(line);
  if (!text.includes('#')) return lines.endOf(line);
  for (const { 0: token, index } of text.matchAll(/(?<![^\s[{,:])"(?:[^"\\]|\\.)*"|(?<![^\s[{,:])'(?:[^']|'')*'|#/g)) {
    if (token === '#' && (index === 0 || /\s/.test(text[index - 1] ?? ''))) return lines.startOf(line) + index;
  }
  return lines.endOf(line);
}

const KEY = /^(?:("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|([A-Za-z][\w-]*))\s*:(?=\s|$)/;

function emptyRow(start: number): Row {
  return { start, dashes: [], key: undefined, column: Number.POSITIVE_INFINITY, content: '', contentAt: start };
}

/** A line that plainly begins a new entry of the block around an unfinished flow collection. */
function isOutside(row: Row | undefined, opened: Row): boolean {
  if (row === undefined || (row.key === undefined && row.dashes.length === 0)) return false;
  return (row.dashes[0] ?? row.column) <= (opened.dashes[0] ?? opened.column);
}

/** How many brackets a line opens more than it closes. */
function depthOf(text: string): number {
  const bare = text.replace(/(?<![^\s[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|(?:^|\s)#.*$/g, '');
  return (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0);
}
