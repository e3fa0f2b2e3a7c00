import { retyped } from '../../edits/retyped.ts';
import type { JsonType, WrongType } from '../../spec/faults.ts';
import { keysOf, type Schema, schemaAt } from '../../spec/schema.ts';
import type { LineTable } from '../../text/lines.ts';
import { code, type Message, say } from '../../text/message.ts';
import { hasPlaceholder } from '../../text/placeholder.ts';
import type { Range } from '../../text/range.ts';
import { set } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const wrongType: Rule = {
  id: 'wrong-type',
  summary: say`A value of the wrong kind, or a key without a value.`,
  severity: 'error',
  facts: [],
  projects: true,

  *check(_, { faults, lines, schema }) {
    for (const fault of faults) {
      if (fault.kind !== 'wrong-type' || hasPlaceholder(fault.value)) continue;
      const { at } = fault;
      yield {
        at,
        ...(runTogether(fault, lines, schema) ??
          tornApart(fault, lines) ?? { message: kindRefused(fault, lines), fixes: [retyped(fault, schema)] }),
      };
    }
  },
};

type Verdict = Pick<Finding, 'message' | 'fixes'>;

function kindRefused({ at, path, expected, value }: WrongType, lines: LineTable): Message {
  const name = code(path.findLast((step) => typeof step === 'string') ?? 'lyncFederation');
  const [first, second] = expected.map((type) => NAMES[type]);
  const wanted = first && second ? say`${first} or ${second}` : (first ?? NAMES.string);
  if (value === null) return say`${name} has no value; ${wanted} belongs here. Give it one, or remove the key.`;
  if (value === undefined) return say`${name} takes ${wanted}, not what stands here.`;
  // Quotes are shown as written: they are what makes a number text.
  const written = lines.slice(at.start, at.end);
  return say`${code(written.includes('\n') ? value : written)} is not ${wanted}, which ${name} takes.`;
}

const NAMES: Readonly<Record<JsonType, Message>> = {
  string: say`text`,
  integer: say`a whole number`,
  number: say`a number`,
  boolean: say`${code(true)} or ${code(false)}`,
  object: say`a mapping`,
  array: say`a list`,
};

/** `product:lync-2013` and `-fabrikam.com` are single words: a blank is missing. */
function runTogether({ at, path, expected, value }: WrongType, lines: LineTable, schema: Schema): Verdict | undefined {
  if (typeof value !== 'string') return undefined;
  const written = lines.slice(at.start, at.end);
  const key = /^(\w+):\S/.exec(written)?.[1];
  const isKey = expected.includes('object') && key !== undefined && keysOf(schemaAt(path, schema)).includes(key);
  const isList = expected.includes('array') && written.startsWith('-');
  if (!isKey && !isList) return undefined;
  if (!standsAlone(at, lines)) {
    const inside = written.slice(isKey ? key.length + 1 : 1);
    const whole = isKey ? { [key]: inside } : [inside];
    return {
      message: say`A space is missing after ${code(isKey ? ':' : '-')}, and on the line of its key a space is not enough. Put ${code(inside)} in brackets.`,
      fixes: [{ title: say`Put ${code(inside)} in brackets`, safety: 'safe', edits: [set(path, whole)] }],
    };
  }
  const marks = isKey ? [key.length + 1] : [...written.matchAll(/(?<=^[ \t]*)-(?=\S)/gm)].map(({ index }) => index + 1);
  const edits = marks.map((offset) => ({ edit: 'text', at: emptyAt(at.start + offset), insert: ' ' }) as const);
  return {
    message: say`A space is missing after ${code(isKey ? ':' : '-')}; without it, ${code(value)} is one word. Insert it.`,
    fixes: [{ title: say`Insert the space`, safety: 'safe', edits }],
  };
}

/** Whether nothing but blanks and dashes stands before a value on its line. */
function standsAlone({ start }: Range, lines: LineTable): boolean {
  return /^[\s-]*$/.test(lines.slice(lines.startOf(lines.lineAt(start)), start));
}

/** A line of text in a list that a colon and a blank turned into a key with a value. */
function tornApart({ at, path, expected, value }: WrongType, lines: LineTable): Verdict | undefined {
  const line = lines.lineAt(at.start);
  const rest = lines
    .slice(at.start, lines.endOf(line))
    .replace(/\s#.*$/, '')
    .trimEnd();
  const isItem = typeof path.at(-1) === 'number' && /^\s*- +$/.test(lines.slice(lines.startOf(line), at.start));
  const goesOn =
    /^\s/.test(lines.line(line + 1)) && indentation(lines.line(line + 1)) >= at.start - lines.startOf(line);
  if (
    value !== undefined ||
    expected[0] !== 'string' ||
    expected.length > 1 ||
    !isItem ||
    goesOn ||
    !/^[^[{].*:\s/.test(rest)
  )
    return undefined;
  const insert = `'${rest.replaceAll("'", "''")}'`;
  return {
    message: say`A colon and a space make a key of the text before them, but an entry here is only text. Put the whole line in quotes.`,
    fixes: [
      {
        title: say`Put the line in quotes`,
        safety: 'safe',
        edits: [{ edit: 'text', at: { start: at.start, end: at.start + rest.length }, insert }],
      },
    ],
  };
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}

function emptyAt(offset: number): Range {
  return { start: offset, end: offset };
}
