import type { LineTable } from '../../text/lines.ts';
import type { Range } from '../../text/range.ts';
import type { Lines } from './found.ts';

/** What is meant in some lines of a file: the words, where they stand there once, whatever their case, else the first line. */
export function placeIn(table: LineTable, { line, last = line }: Lines, words: string): Range {
  const first = Math.min(line, table.count) - 1;
  const [start, end] = [table.startOf(first), table.endOf(Math.min(last, table.count) - 1)];
  return onlyPlace(table.text, { start, end }, words) ?? withoutMargins(table, first);
}

function onlyPlace(text: string, { start, end }: Range, words: string): Range | undefined {
  if (end - start > LONG || !/^[\p{L}\p{N}_].{0,255}$/u.test(words)) return undefined;
  const [lines, wanted] = [text.slice(start, end).toLowerCase(), words.toLowerCase()];
  // A letter may be two in the other case, and then places are others.
  if (lines.length !== end - start) return undefined;
  let found: number | undefined;
  for (let at = lines.indexOf(wanted); at >= 0; at = lines.indexOf(wanted, at + 1)) {
    if (BEFORE.test(lines.slice(Math.max(0, at - 2), at))) continue;
    const behind = at + wanted.length;
    if (BEHIND.test(lines.slice(behind, behind + 3))) continue;
    if (found !== undefined) return undefined;
    found = at;
  }
  return found === undefined ? undefined : { start: start + found, end: start + found + wanted.length };
}

/** What a name goes on with, in front and behind; the dot behind a full one is none of it. */
const BEFORE = /[\p{L}\p{N}_.-]$/u;
const BEHIND = /^\.?[\p{L}\p{N}_-]/u;

/** Characters past which nobody looks for words: a file on one line, or an object of thousands. */
const LONG = 20_000;

function withoutMargins(table: LineTable, line: number): Range {
  const text = table.line(line);
  const start = table.startOf(line) + (text.length - text.trimStart().length);
  return { start, end: Math.max(start, table.startOf(line) + text.trimEnd().length) };
}
