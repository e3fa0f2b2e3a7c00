import type { Range } from '../text/range.ts';

/** Every quote that PowerShell takes for a single or a double one. */
export const SINGLE = /['\u2018\u2019\u201a\u201b]/;
export const DOUBLE = /["\u201c\u201d\u201e\u201f]/;

/** What closes each bracket. */
export const OPENING: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/** Brackets and quotes within one another past which PowerShell is not read: people write ten, and a machine has limits, too. */
export const DEEPEST = 100;

/** The first bracket of a text that lies too deep. */
export function tooDeep(text: string): Range | undefined {
  const end = endWhere(text, 0, text.length, (depth) => depth > DEEPEST);
  return end === undefined ? undefined : { start: end - 1, end };
}

/** The place behind the bracket that closes the one at `start`; the end of the text where none does. */
export function closing(text: string, start: number, to: number): number {
  return endWhere(text, start, to, (depth) => depth === 0) ?? to;
}

/** The place behind `what`, or the end of the text. */
export function endOf(text: string, what: string, from: number, to: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? to : Math.min(at + what.length, to);
}

/** The place behind the sign with which so much is open as is looked for. A command in a text, `"$(…)"`, may hold texts of its own. */
function endWhere(text: string, from: number, to: number, isIt: (depth: number) => boolean): number | undefined {
  const open: string[] = [];
  for (let at = signAt(text, from); at < to; at = signAt(text, at + 1)) {
    const char = text[at] ?? '';
    const close = open.at(-1);
    if (close === "'" || close === '"') {
      if (QUOTES[char] === close) {
        if (at + 1 < to && QUOTES[text[at + 1] ?? ''] === close) at++;
        else open.pop();
      } else if (close === '"' && char === '`') at++;
      else if (close === '"' && char === '$' && text[at + 1] === '(') {
        open.push(')');
        at++;
      }
    } else if (char === close) open.pop();
    else {
      const opened = QUOTES[char] ?? OPENING[char];
      if (opened === undefined) at = passedOver(text, at, to) - 1;
      else open.push(opened);
    }
    if (isIt(open.length)) return at + 1;
  }
  return undefined;
}

const QUOTES: Readonly<Record<string, string>> = Object.fromEntries(
  [...'\'\u2018\u2019\u201a\u201b"\u201c\u201d\u201e\u201f'].map((char) => [char, SINGLE.test(char) ? "'" : '"']),
);

const SIGN = /[()[\]{}'"\u2018-\u201f`#<@$]/g;

/** The next character that could open or close something, or hide what does. */
function signAt(text: string, from: number): number {
  SIGN.lastIndex = from;
  return SIGN.test(text) ? SIGN.lastIndex - 1 : text.length;
}

const HERE_TEXT = /@(["'])[ \t]*\r?\n/y;

/** The end of a sign, and of what it hides: an escaped character, a comment, a here-string. */
function passedOver(text: string, at: number, to: number): number {
  if (text[at] === '`') return at + 2;
  if (text.startsWith('<#', at)) return endOf(text, '#>', at + 2, to);
  if (text[at] === '#' && /[\s;]/.test(text[at - 1] ?? ' ')) return endOf(text, '\n', at, to);
  HERE_TEXT.lastIndex = at;
  const quote = HERE_TEXT.exec(text)?.[1];
  return quote === undefined ? at + 1 : endOf(text, `\n${quote}@`, at + 2, to);
}
