import type { Range } from '../text/range.ts';
import { closing, DOUBLE, endOf, OPENING, SINGLE } from './nesting.ts';

/** A piece of a PowerShell command. Places count from the start of the text that was read. */
export type Token =
  | { readonly kind: 'word'; readonly text: string; readonly form: WordForm; readonly at: Range }
  /** `-Name`, without its dash; `colon` where the value follows as `-Name:value`. */
  | { readonly kind: 'name'; readonly text: string; readonly colon: boolean; readonly at: Range }
  | { readonly kind: 'comma'; readonly at: Range }
  /** `|` goes on with the same pipeline; `;`, a line's end and the like begin a new one. */
  | { readonly kind: 'pipe' | 'end'; readonly at: Range };

/** How a word is written: what PowerShell takes as it stands, and what only a running shell could compute. */
export type WordForm = 'bare' | 'single' | 'double' | 'variable' | 'table' | 'group' | 'splat' | 'computed';

const BLANK = /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]/;
/** PowerShell takes the dashes of word processors for dashes. */
const NAME = /[-\u2013\u2014\u2015]([A-Za-z_][A-Za-z0-9_]*)(:?)/y;

/** The tokens of a text, by the rules for the arguments of a command. Never fails: what is not closed reaches to the end. */
export function tokens(text: string, from = 0, to = text.length): readonly Token[] {
  const found: Token[] = [];
  let at = from;
  while (at < to) {
    const next = skipped(text, at, to);
    if (next > at) {
      at = next;
      continue;
    }
    const token = tokenAt(text, at, to);
    found.push(token);
    at = Math.max(at + 1, token.at.end);
  }
  return found;
}

/** The end of blanks, comments and joined lines at a place. */
function skipped(text: string, at: number, to: number): number {
  if (BLANK.test(text[at] ?? '')) return at + 1;
  if (text.startsWith('`\r\n', at)) return at + 3;
  if (text.startsWith('`\n', at)) return at + 2;
  if (text.startsWith('<#', at)) return endOf(text, '#>', at + 2, to);
  if (text[at] !== '#') return at;
  const line = text.indexOf('\n', at);
  return line < 0 ? to : Math.min(line, to);
}

function tokenAt(text: string, start: number, to: number): Token {
  const char = text[start] ?? '';
  if (char === ',') return { kind: 'comma', at: { start, end: start + 1 } };
  if (char === '|' && text[start + 1] !== '|') return { kind: 'pipe', at: { start, end: start + 1 } };
  if (/[;&|\r\n)}\]]/.test(char)) return { kind: 'end', at: { start, end: start + 1 } };
  NAME.lastIndex = start;
  const name = NAME.exec(text);
  if (name) {
    return { kind: 'name', text: name[1] ?? '', colon: name[2] === ':', at: { start, end: start + name[0].length } };
  }
  return word(text, start, to);
}

function word(text: string, start: number, to: number): Token {
  const char = text[start] ?? '';
  const made = (form: WordForm, end: number, value = text.slice(start, end)): Token => ({
    kind: 'word',
    text: value,
    form,
    at: { start, end },
  });
  if (SINGLE.test(char) || DOUBLE.test(char)) {
    const { end, value, computed } = quoted(text, start, to);
    return made(computed ? 'computed' : SINGLE.test(char) ? 'single' : 'double', end, value);
  }
  if (/^@["']/.test(text.slice(start, start + 2))) {
    const close = `\n${text[start + 1]}@`;
    const end = endOf(text, close, start + 2, to);
    const value = text.slice(text.indexOf('\n', start) + 1, end - close.length).replace(/\r$/, '');
    return made(text[start + 1] === "'" ? 'single' : /(?<!`)\$/.test(value) ? 'computed' : 'double', end, value);
  }
  if (text.startsWith('@{', start)) return made('table', closing(text, start + 1, to));
  if (text.startsWith('@(', start)) return made('group', closing(text, start + 1, to));
  if (char === '(' || char === '{') return made('group', closing(text, start, to));
  if (char === '@') return made('splat', plainEnd(text, start + 1, to));
  if (char === '$') {
    const end = expressionEnd(text, start, to);
    return made(/^\$(?:true|false|null)$/i.test(text.slice(start, end)) ? 'variable' : 'computed', end);
  }
  const { end, value, computed } = bare(text, start, to);
  return made(computed ? 'computed' : 'bare', end, value);
}

interface Scanned {
  readonly end: number;
  readonly value: string;
  readonly computed: boolean;
}

/** A quoted text: its quotes doubled or escaped inside; in double quotes `$` makes it something to compute. */
function quoted(text: string, start: number, to: number): Scanned {
  const isDouble = DOUBLE.test(text[start] ?? '');
  const quote = isDouble ? DOUBLE : SINGLE;
  let value = '';
  let computed = false;
  for (let at = start + 1; at < to; at++) {
    const char = text[at] ?? '';
    if (quote.test(char)) {
      if (at + 1 >= to || !quote.test(text[at + 1] ?? '')) return { end: at + 1, value, computed };
      at++;
    } else if (isDouble && char === '`' && at + 1 < to) {
      value += escaped(text[++at] ?? '');
      continue;
    } else if (isDouble && text.startsWith('$(', at)) {
      // The command in it may hold quotes of its own.
      const end = closing(text, at + 1, to);
      value += text.slice(at, end);
      computed = true;
      at = end - 1;
      continue;
    } else if (isDouble && char === '$' && /[\w{?^$:]/.test(text[at + 1] ?? '')) computed = true;
    value += char;
  }
  return { end: to, value, computed };
}

function bare(text: string, start: number, to: number): Scanned {
  let value = '';
  let computed = false;
  let at = start;
  while (at < to) {
    const char = text[at] ?? '';
    if (/[\s;|&(){},]/.test(char) || BLANK.test(char)) break;
    if (SINGLE.test(char) || DOUBLE.test(char)) {
      const part = quoted(text, at, to);
      value += part.value;
      computed ||= part.computed;
      at = part.end;
    } else if (char === '`' && at + 1 < to) {
      value += escaped(text[at + 1] ?? '');
      at += 2;
    } else if (char === '$' && text[at + 1] === '(') {
      computed = true;
      at = closing(text, at + 1, to);
    } else {
      if (char === '$' && /[\w{]/.test(text[at + 1] ?? '')) computed = true;
      value += char;
      at++;
    }
  }
  return { end: at, value, computed };
}

/** `$name`, `$(…)`, and what is asked of them: `$a.b[0].c()`. */
function expressionEnd(text: string, start: number, to: number): number {
  const first = text[start + 1] ?? '';
  let at = OPENING[first] ? closing(text, start + 1, to) : plainEnd(text, start + 1, to);
  while (at < to) {
    const char = text[at] ?? '';
    if (char === '[' || char === '(') at = closing(text, at, to);
    else if (char === '.' && /\w/.test(text[at + 1] ?? '')) at = plainEnd(text, at + 1, to);
    else break;
  }
  return at;
}

function plainEnd(text: string, start: number, to: number): number {
  let at = start;
  while (at < to && /[\w:?^$]/.test(text[at] ?? '')) at++;
  return at;
}

function escaped(char: string): string {
  return ESCAPES[char] ?? char;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };
