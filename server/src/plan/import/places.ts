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
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  // A name ends where no more of a longer name follows; the dot behind a full one is none.
  const whole = new RegExp(`(?<![\\p{L}\\p{N}_.-])${literal}(?!\\.?[\\p{L}\\p{N}_-])`, 'giu');
  const [found, ...more] = text.slice(start, end).matchAll(whole);
  if (found === undefined || more.length > 0) return undefined;
  return { start: start + found.index, end: start + found.index + found[0].length };
}

/** Characters past which nobody looks for words: a file on one line, or an object of thousands. */
const LONG = 20_000;

function withoutMargins(table: LineTable, line: number): Range {
  const text = table.line(line);
  const start = table.startOf(line) + (text.length - text.trimStart().length);
  return { start, end: Math.max(start, table.startOf(line) + text.trimEnd().length) };
}
