import { code, type Message, say } from '../../../text/message.ts';
import type { Found, FoundObject, FoundValue, Unread } from '../found.ts';
import type { Reader } from './reader.ts';

/** What a console shows with `Format-List`. */
export const formatList: Reader = {
  format: 'format-list',
  about: say`what a console shows with ${code('Format-List')}`,
  gives: say`all that the console showed; what it cut off is a comment`,
  takes: ({ text }) => looksLikeFormatList(text),
  read: ({ text, source }, noun) => fromFormatList(text, source, noun),
};

function looksLikeFormatList(text: string): boolean {
  return text.split('\n').filter((line) => PROPERTY.test(line.trimEnd())).length >= 2 && text.includes(' : ');
}

/**
 * Reads what was copied from a console that shows `Format-List`. A value that the console broke goes on below its own
 * beginning; whether a blank stood at the break is told by whether the line was full. A line with a prompt names the noun.
 */
function fromFormatList(text: string, source: string, noun: string | undefined): Found {
  const lines = text.split(/\r?\n/);
  const width = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  const objects: FoundObject[] = [];
  const unread: Unread[] = [];
  let told = noun;
  let open: Opened | undefined;
  const close = () => {
    if (open) objects.push(closed(open, source, told));
    open = undefined;
  };
  for (const [index, raw] of lines.entries()) {
    const line = raw.trimEnd();
    const prompt = PROMPT.exec(line);
    const property = PROPERTY.exec(line);
    if (line === '') close();
    else if (prompt) {
      close();
      const asked = prompt[1] ?? '';
      told = /Get-(Cs[A-Za-z]+)/i.exec(asked)?.[1] ?? noun;
      if (asked !== '' && !/^Get-/i.test(asked))
        unread.push({ source, line: index + 1, text: line, reason: say`It is a command line.` });
    } else if (property) {
      const [, name = '', gap = '', value = ''] = property;
      const folded = name.toLowerCase();
      if (open?.names.has(folded)) close();
      open ??= { line: index + 1, names: new Set(), values: [] };
      open.names.add(folded);
      const column = name.length + gap.length + ': '.length;
      open.values.push({ name, value, column, full: line.length >= width });
    } else if (!goesOn(open, raw, width)) {
      unread.push({ source, line: index + 1, text: line, reason: say`It is no line of a list of properties.` });
    }
  }
  close();
  return { objects, unread, comments: [] };
}

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

function closed({ line, values }: Opened, source: string, noun: string | undefined): FoundObject {
  const doubts: Record<string, Message> = {};
  const properties: Record<string, FoundValue> = {};
  for (const { name, value } of values) {
    if (isCut(value)) doubts[name] = say`The console cut it off; set $FormatEnumerationLimit to -1 and look again.`;
    properties[name] = shownValue(value);
  }
  return { noun, properties, source, line, comments: [], doubts };
}

function isCut(value: string): boolean {
  return /(?:\.\.\.|\u2026)\}?$/.test(value);
}

function shownValue(value: string): FoundValue {
  if (value === '') return null;
  const list = /^\{(.*)\}$/s.exec(value);
  if (list === null) return value;
  const inside = (list[1] ?? '').trim();
  return inside === '' ? [] : inside.split(/,\s*/);
}
