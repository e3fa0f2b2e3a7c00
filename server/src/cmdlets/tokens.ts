import type { Range } from '../text/range.ts';
import { BLANK, DOUBLE, isQuote, SINGLE } from './characters.ts';

/** A piece of a PowerShell command. Places count from the start of the text that was read. */
export type Token =
  | Word
  /** `-Name`, without its dash; `colon` where the value follows as `-Name:value`. */
  | { readonly kind: 'name'; readonly text: string; readonly colon: boolean; readonly at: Range }
  | { readonly kind: 'comma'; readonly at: Range }
  /** `2>$null` and the like, with the file: nothing that the command gets to see. */
  | { readonly kind: 'redirection'; readonly at: Range }
  /** `|` goes on with the same pipeline; `;`, a line's end and the like begin a new one. */
  | { readonly kind: 'pipe' | 'end'; readonly at: Range };

export interface Word {
  readonly kind: 'word';
  readonly text: string;
  readonly form: WordForm;
  readonly at: Range;
}

/** How a word is written: what PowerShell takes as it stands, and what only a running shell could compute. */
export type WordForm = 'bare' | 'single' | 'double' | 'variable' | 'table' | 'group' | 'splat' | 'computed';

/** What tokens are read from, and who reads what stands in their brackets. */
export interface Source {
  readonly text: string;
  /** Nothing from here on is looked at. */
  readonly to: number;
  /** Reads what stands in the bracket that opens at a place, and tells the place behind it. */
  inBracket(start: number): number;
  /** The same for `$(…)` in double quotes, and in a text over lines. */
  inText(start: number, isHere: boolean): number;
  /** Hears of each text in quotes; `at` begins with the quote. */
  sawText(at: Range, isClosed: boolean): void;
}

/** The place behind blanks, comments and joined lines. */
export function behindBlanks(source: Source, from: number): number {
  const { text, to } = source;
  let at = from;
  while (at < to) {
    const char = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (BLANK.test(char) || (at === 0 && char === '\ufeff')) at++;
    else if (char === '`' && (BLANK.test(next) || next === '\n' || at + 1 === to)) at += 2;
    else if (char === '`' && next === '\r') at += text[at + 2] === '\n' ? 3 : 2;
    else if (text.startsWith('<#', at)) at = behind(source, '#>', at + 2);
    else if (char === '#') at = lineEnd(source, at);
    else break;
  }
  return Math.min(at, to);
}

/** The token at a place, by the rules for the arguments of a command. Never fails: what is not closed reaches to the end. */
export function tokenAt(source: Source, start: number): Token {
  const { text } = source;
  const char = text[start] ?? '';
  const made = <Kind extends string>(kind: Kind, end: number) => ({ kind, at: { start, end } });
  if (char === ',') return made('comma', start + 1);
  if (text.startsWith('||', start) || text.startsWith('&&', start)) return made('end', start + 2);
  if (char === '|') return made('pipe', start + 1);
  if (/[;&\r\n)}]/.test(char)) return made('end', start + 1);
  const redirection = redirectionEnd(source, start);
  if (redirection !== undefined) return made('redirection', redirection);
  const name = matchAt(NAME, text, start);
  const nameEnd = start + (name?.[0].length ?? 0);
  // Quotes are no part of a name: `-a"b"` is a value.
  if (name && !(name[2] === '' && isQuote(text[nameEnd] ?? '')))
    return { ...made('name', nameEnd), text: name[1] ?? '', colon: name[2] === ':' };
  return wordAt(source, start);
}

/** What ends a word that does not stand in quotes. */
const ENDING = /[\s\u0085;|&(){},]/;
const NAME = /[-\u2013-\u2015]([\p{L}_?][^\s\u0085(){};,|&.[:'"\u2018-\u201e]*)(:?)/uy;
const REDIRECTION = /(?:[*1-6]?>&[12]|[*1-6]?>>?|<)/y;

/** Behind an operator such as `2>` and the file that it names. */
function redirectionEnd(source: Source, start: number): number | undefined {
  const operator = matchAt(REDIRECTION, source.text, start)?.[0];
  if (operator === undefined) return undefined;
  const end = start + operator.length;
  if (operator.includes('&')) return end;
  const file = behindBlanks(source, end);
  return file >= source.to || /[;|&(){},\r\n]/.test(source.text[file] ?? '') ? end : wordAt(source, file).at.end;
}

function wordAt(source: Source, start: number): Word {
  const { text } = source;
  const char = text[start] ?? '';
  if (isQuote(char)) {
    const { end, value, computed } = quotedAt(source, start);
    return followed(source, start, {
      form: computed ? 'computed' : SINGLE.test(char) ? 'single' : 'double',
      end,
      value,
    });
  }
  const hereText = hereTextAt(source, start);
  if (hereText) return followed(source, start, hereText);
  if (text.startsWith('@{', start)) return followed(source, start, { form: 'table', end: source.inBracket(start) });
  if (/[({]/.test(char) || text.startsWith('@(', start))
    return followed(source, start, { form: 'group', end: source.inBracket(start) });
  if (text.startsWith('$(', start)) return followed(source, start, { form: 'computed', end: source.inBracket(start) });
  const variable = variableEnd(text, start);
  if (variable !== undefined && (ENDING.test(text[variable] ?? ' ') || /^(?:[.[=]|::)/.test(text.slice(variable)))) {
    const constant = /^\$(?:true|false|null)$/i.test(text.slice(start, variable));
    return followed(source, start, {
      form: char === '@' ? 'splat' : constant ? 'variable' : 'computed',
      end: variable,
    });
  }
  const { end, value, computed } = bareAt(source, start);
  return { kind: 'word', form: computed ? 'computed' : 'bare', text: value, at: { start, end } };
}

interface Found {
  readonly form: WordForm;
  readonly end: number;
  readonly value?: string;
}

/** A value together with what is asked of it: `.Name`, `[0]`, `::Parse(…)`. */
function followed(source: Source, start: number, { form, end, value }: Found): Word {
  const last = membersEnd(source, end);
  const written = source.text.slice(start, last);
  if (last > end) return { kind: 'word', form: 'computed', text: written, at: { start, end: last } };
  return { kind: 'word', form, text: value ?? written, at: { start, end } };
}

function membersEnd(source: Source, from: number): number {
  const { text, to } = source;
  let at = from;
  while (at < to) {
    const member = matchAt(MEMBER, text, at);
    if (member) {
      at += member[0].length;
      if (isQuote(text[at] ?? '')) at = quotedAt(source, at).end;
      if (/[({]/.test(text[at] ?? '')) at = source.inBracket(at);
    } else if (text[at] === '[') at = source.inBracket(at);
    else break;
  }
  return at;
}

const MEMBER = /(?:\.|::)(?:\$?[\p{L}\d_]+|(?=['"(]))/uy;

/** Behind `$name`, `${any name}` or `@name`. */
function variableEnd(text: string, start: number): number | undefined {
  const variable = matchAt(VARIABLE, text, start);
  return variable && start + variable[0].length;
}

/** A name in braces that is longer is none: to look for its end at each opening one would take for ever. */
const VARIABLE = /\$[$^?]|[$@](?:[\p{L}\d_?]|:(?!:))+|\$\{(?:[^}`]|`[\s\S]){0,300}\}/uy;

interface Scanned {
  readonly end: number;
  readonly value: string;
  readonly computed: boolean;
}

/** A text in quotes, which are doubled or escaped inside; in double quotes `$` makes it something to compute. */
export function quotedAt(source: Source, start: number): Scanned {
  const { text, to } = source;
  const isDouble = DOUBLE.test(text[start] ?? '');
  const quote = isDouble ? DOUBLE : SINGLE;
  let value = '';
  let computed = false;
  let at = start + 1;
  while (at < to) {
    const char = text[at] ?? '';
    const expanded = isDouble ? inText(source, at) : undefined;
    if (expanded !== undefined) {
      const constant = CONSTANTS[text.slice(at, expanded).toLowerCase()];
      value += constant ?? text.slice(at, expanded);
      computed ||= constant === undefined;
      at = expanded;
    } else if (quote.test(char)) {
      if (at + 1 >= to || !quote.test(text[at + 1] ?? '')) {
        source.sawText({ start, end: at + 1 }, true);
        return { end: at + 1, value, computed };
      }
      value += text[at + 1];
      at += 2;
    } else if (isDouble && char === '`' && at + 1 < to) {
      value += escaped(text[at + 1] ?? '');
      at += 2;
    } else {
      value += char;
      at++;
    }
  }
  source.sawText({ start, end: to }, false);
  return { end: to, value, computed };
}

/** What the shell writes into a text for what never changes. */
const CONSTANTS: Readonly<Record<string, string>> = { $true: 'True', $false: 'False' };

/** Behind `$name` or `$(…)` in a text. */
function inText(source: Source, at: number, isHere = false): number | undefined {
  if (source.text[at] !== '$') return undefined;
  return source.text[at + 1] === '(' ? source.inText(at, isHere) : variableEnd(source.text, at);
}

/** A text over lines, between `@'` and `'@`. */
export function hereTextAt(source: Source, start: number): Found | undefined {
  const { text, to } = source;
  const opening = text[start] === '@' ? matchAt(HERE, text, start) : undefined;
  if (opening === undefined) return undefined;
  const isDouble = DOUBLE.test(opening[1] ?? '');
  const closing = isDouble ? DOUBLE_HERE_END : SINGLE_HERE_END;
  const first = start + opening[0].length;
  let computed = false;
  // The line end that opens the text may close it as well.
  for (let at = first - (opening[2] ?? '').length; at < to; ) {
    const end = /[\r\n]/.test(text[at] ?? '') ? matchAt(closing, text, at) : undefined;
    if (end) {
      const form = computed ? 'computed' : isDouble ? 'double' : 'single';
      const value = text.slice(first, Math.max(first, at));
      return {
        form,
        end: at + end[0].length,
        value: form === 'double' ? value.replace(/`(.)/gs, (_, char: string) => escaped(char)) : value,
      };
    }
    const expanded = isDouble ? inText(source, at, true) : undefined;
    computed ||= expanded !== undefined;
    at = expanded ?? at + (isDouble && text[at] === '`' ? 2 : 1);
  }
  source.sawText({ start: start + 1, end: to }, false);
  return { form: 'computed', end: to };
}

const HERE = /@(['"\u2018-\u201e])[^\S\r\n]*(\r?\n)/y;
const SINGLE_HERE_END = new RegExp(`\\r?\\n${SINGLE.source}@`, 'y');
const DOUBLE_HERE_END = new RegExp(`\\r?\\n${DOUBLE.source}@`, 'y');

/** A word without quotes around it; parts of it may stand in some, or be computed. */
function bareAt(source: Source, start: number): Scanned {
  const { text, to } = source;
  let value = '';
  let computed = false;
  let at = start;
  // The first character belongs to the word whatever it is.
  do {
    const char = text[at] ?? '';
    const expanded = inText(source, at);
    if (expanded !== undefined) {
      value += text.slice(at, expanded);
      computed = true;
      at = expanded;
    } else if (isQuote(char)) {
      const part = quotedAt(source, at);
      value += part.value;
      computed ||= part.computed;
      at = part.end;
    } else if (char === '`' && at + 1 < to) {
      value += escaped(text[at + 1] ?? '');
      at += 2;
    } else {
      value += char;
      at++;
    }
  } while (at < to && !ENDING.test(text[at] ?? ''));
  return { end: Math.min(at, to), value, computed };
}

function behind({ text, to }: Source, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? to : Math.min(at + what.length, to);
}

function lineEnd({ text, to }: Source, from: number): number {
  return Math.min(from + (matchAt(LINE, text, from)?.[0].length ?? 0), to);
}

const LINE = /[^\r\n]*/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function escaped(char: string): string {
  return ESCAPES[char] ?? char;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
