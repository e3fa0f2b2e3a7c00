import { code, type Message, say } from '../../../text/message.ts';
import { type Asked, type Lacks, readAsked } from '../asked.ts';
import type { Found, FoundObject, FoundValue, Unread } from '../found.ts';
import type { Reader } from './reader.ts';
import { type Cell, type Columns, cellsOf, columnsOf } from './tables.ts';
import { isAboutTranscript, transcriptLines } from './transcript.ts';

/** What a console shows with `Format-List` or `Format-Table`. */
export const formatList: Reader = {
  format: 'format-list',
  about: say`what a console shows with ${code('Format-List')} or ${code('Format-Table')}, its transcript included`,
  gives: say`all that the console showed; what it cut off is a comment`,
  takes: ({ text }) => looksLikeConsole(text),
  read: ({ text, source }, noun) => fromConsole(text, source, noun),
};

function looksLikeConsole(text: string): boolean {
  const lines = text.split(/\r?\n/);
  const isList = lines.filter((line) => PROPERTY.test(line.trimEnd())).length >= 2 && text.includes(' : ');
  return isList || lines.some((line, index) => columnsOf(line, lines[index + 1]) !== undefined);
}

/**
 * Reads what was copied from a console that shows `Format-List` or `Format-Table`. A value that the console broke goes on below
 * its own beginning; whether a blank stood at the break is told by whether the line was full. A line with a prompt names the
 * noun, and whether all of it is shown.
 */
function fromConsole(text: string, source: string, noun: string | undefined): Found {
  const lines = text.split(/\r?\n/);
  const width = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  const added = transcriptLines(lines);
  const objects: FoundObject[] = [];
  const unread: Unread[] = [];
  let asked: Asked = { noun, lacks: [] };
  let open: Opened | undefined;
  let table: Table | undefined;
  const close = () => {
    if (open) objects.push(closed(open, source, asked));
    if (table) objects.push(...rowsOf(table, source, asked, unread));
    open = undefined;
    table = undefined;
  };
  for (const [index, raw] of lines.entries()) {
    const line = raw.trimEnd();
    const about = { source, line: index + 1, text: line };
    const prompt = PROMPT.exec(line);
    const property = PROPERTY.exec(line);
    const columns = columnsOf(line, lines[index + 1]);
    if (line === '' || added.has(index)) close();
    else if (prompt) {
      close();
      const command = prompt[1] ?? '';
      const read = readAsked(command);
      asked = { ...read, noun: read.noun ?? noun };
      if (command !== '' && !/^(?:Get|Resolve)-/i.test(command) && !isAboutTranscript(command))
        unread.push({ ...about, reason: say`It is a command line.` });
      if (read.noun !== undefined && asked.lacks.includes('objects')) unread.push({ ...about, reason: PART });
    } else if (columns) {
      close();
      table = { columns, rows: [] };
    } else if (table) {
      if (!/^[ -]+$/.test(line)) table.rows.push({ line: index + 1, text: line });
    } else if (property) {
      const [, name = '', gap = '', value = ''] = property;
      const folded = name.toLowerCase();
      if (open?.names.has(folded)) close();
      open ??= { line: index + 1, names: new Set(), values: [] };
      open.names.add(folded);
      const column = name.length + gap.length + ': '.length;
      open.values.push({ name, value, column, full: line.length >= width });
    } else if (!goesOn(open, raw, width)) {
      unread.push({ ...about, reason: say`It is no line of a list of properties.` });
    }
  }
  close();
  return { objects, unread, comments: [] };
}

const PART = say`The command shows only a part of what is there.`;

/** `Name   : value`; the name has no blank in it. */
const PROPERTY = /^([A-Za-z][\w-]*)([ \t]*): ?(.*)$/;
const PROMPT = /^(?:\[[^\]]*\]: ?)?PS(?: [^>]*)?>+ ?(.*)$/;

interface Opened {
  readonly line: number;
  /** In lower case. */
  readonly names: Set<string>;
  readonly values: Shown[];
}

interface Shown {
  readonly name: string;
  value: string;
  readonly column: number;
  full: boolean;
}

/** Takes a line that continues the last value. */
function goesOn(open: Opened | undefined, line: string, width: number): boolean {
  const last = open?.values.at(-1);
  if (last === undefined) return false;
  const part = line.trim();
  if (line.length - line.trimStart().length < Math.min(last.column, 2)) return false;
  last.value += last.full || last.value === '' ? part : ` ${part}`;
  last.full = line.trimEnd().length >= width;
  return true;
}

interface Table {
  readonly columns: Columns;
  readonly rows: { readonly line: number; readonly text: string }[];
}

/** The objects of a table. One whose name is cut off is none, and then others are there than those that are shown. */
function rowsOf(
  { columns, rows }: Table,
  source: string,
  { noun, lacks }: Asked,
  unread: Unread[],
): readonly FoundObject[] {
  const read = rows.map(({ line, text }) => ({ line, text, cells: cellsOf(text, columns) }));
  const named = read.filter(({ cells }) => cells.some(isWholeName));
  for (const { line, text } of read.filter((row) => !named.includes(row)))
    unread.push({ source, line, text, reason: NAMELESS });
  const more: Lacks = named.length < read.length ? ['objects', 'properties'] : ['properties'];
  return named.map(({ line, cells }) => {
    const known = cells.filter((cell) => !NAMES.test(cell.name) || isWholeName(cell));
    return {
      noun,
      properties: Object.fromEntries(known.map(({ name, value }) => [name, shownValue(value)])),
      source,
      line,
      comments: [],
      doubts: Object.fromEntries(known.filter(({ isCut }) => isCut).map(({ name }) => [name, CUT_CELL])),
      lacks: [...new Set([...lacks, ...more])],
    };
  });
}

function isWholeName({ name, value, isCut }: Cell): boolean {
  return NAMES.test(name) && value !== '' && !isCut;
}

/** What an object is called by. */
const NAMES = /^(?:Identity|Domain|Name)$/i;
const CUT_CELL = say`The table cut it off; use Format-List and look again.`;
const NAMELESS = say`The table does not show the whole name of an object; use Format-List and look again.`;

function closed({ line, values }: Opened, source: string, { noun, lacks }: Asked): FoundObject {
  const doubts: Record<string, Message> = {};
  const properties: Record<string, FoundValue> = {};
  for (const { name, value } of values) {
    if (isCut(value)) doubts[name] = say`The console cut it off; set $FormatEnumerationLimit to -1 and look again.`;
    properties[name] = shownValue(value);
  }
  return { noun, properties, source, line, comments: [], doubts, ...(lacks.length > 0 && { lacks }) };
}

/** A list is cut off; a text is shown whole, also one that ends in dots. */
function isCut(value: string): boolean {
  return /^\{.*(?:\.\.\.|\u2026)\}$/s.test(value);
}

function shownValue(value: string): FoundValue {
  if (value === '') return null;
  const list = /^\{(.*)\}$/s.exec(value);
  if (list === null) return value;
  const inside = (list[1] ?? '').trim();
  return inside === '' ? [] : inside.split(/,\s*/);
}
