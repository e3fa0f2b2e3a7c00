import type { Range } from '../text/range.ts';
import { closing, tooDeep } from './nesting.ts';
import { plainCharacters } from './plain-characters.ts';

/** Something that is open, closed too often or too deep, for which a whole text is not read. */
export interface Slip {
  readonly kind: 'quote' | 'bracket' | 'closing' | 'pipe' | 'comma' | 'ampersand' | 'depth';
  readonly at: Range;
}

/**
 * What of a PowerShell text does not add up. It may find too much in a text that has no mistake: only where the grammar
 * finds one as well, a slip says which.
 */
export function slips(written: string): readonly Slip[] {
  const text = plainCharacters(written);
  const deep = tooDeep(text);
  if (deep !== undefined) return [{ kind: 'depth', at: deep }];
  const found: Slip[] = [];
  const open: number[] = [];
  let longText: number | undefined;
  let before = '';
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? '';
    const passed = passedOver(text, at, before);
    if (passed > at) {
      at = passed;
      continue;
    }
    if (char === '"' || char === "'") {
      const end = textEnd(text, at);
      if (longText === undefined && text.slice(at, end ?? at).includes('\n') && text[at - 1] !== '@') longText = at;
      if (end === undefined) return [...found, slip('quote', longText ?? at)];
      at = end;
    } else {
      const kind = kindOf(text, at, { before, open });
      if (kind) found.push(slip(kind, at));
      at++;
    }
    if (!/[ \t]/.test(char)) before = char;
  }
  return [...found, ...open.map((at) => slip('bracket', at))].toSorted((a, b) => a.at.start - b.at.start);
}

function slip(kind: Slip['kind'], start: number): Slip {
  return { kind, at: { start, end: start + 1 } };
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/** The kind of slip at a character; keeps the brackets that are open. */
function kindOf(
  text: string,
  at: number,
  { before, open }: { readonly before: string; readonly open: number[] },
): Slip['kind'] | undefined {
  const char = text[at] ?? '';
  if (CLOSING[char] !== undefined) open.push(at);
  else if (/[)}\]]/.test(char)) {
    if (CLOSING[text[open.at(-1) ?? -1] ?? ''] !== char) return 'closing';
    open.pop();
  } else if (char === '|' || char === ',' || char === '&') {
    return dangling(text, at, before);
  }
  return undefined;
}

/** What has nothing on one of its sides. */
function dangling(text: string, at: number, before: string): Slip['kind'] | undefined {
  const char = text[at] ?? '';
  const rest = text.slice(at + 1, at + FAR).replace(/^(?:\s|`|#[^\n]*)+/, '');
  if (char === '|' && before !== '|' && !rest.startsWith('|')) {
    if (rest === '' || /[)};]/.test(rest[0] ?? '') || before === '' || /[;{(|]/.test(before)) return 'pipe';
  } else if (char === '|' && before === '|' && text[at - 1] !== '|') return 'pipe';
  else if (char === ',' && (rest === '' || /[|;)}]/.test(rest[0] ?? ''))) return 'comma';
  else if (char === '&' && !/[\n;|{(=,&>]/.test(before || ';') && rest !== '' && text[at + 1] !== '&')
    return 'ampersand';
  return undefined;
}

/** Farther than any comment that stands between. */
const FAR = 2000;

/** The end of a comment, an escaped character or a here-string that begins at a place. */
function passedOver(text: string, at: number, before: string): number {
  if (text.startsWith('<#', at)) return closedAt(text, '#>', at + 2) ?? text.length;
  if (text[at] === '`') return at + 2;
  if (text[at] === '#' && /[\s;|(){},]/.test(text[at - 1] ?? ' ')) return closedAt(text, '\n', at) ?? text.length;
  const hereText = /^@(["'])[ \t]*\r?\n/.exec(text.slice(at, at + 200));
  if (hereText && before !== '@') return closedAt(text, `\n${hereText[1]}@`, at + 2) ?? at;
  return at;
}

/** The place behind a quoted text; in double quotes a command in `$(…)` may hold quotes of its own. */
function textEnd(text: string, start: number): number | undefined {
  const quote = text[start] ?? '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === quote) {
      if (text[at + 1] !== quote) return at + 1;
      at++;
    } else if (quote === '"' && text[at] === '`') at++;
    else if (quote === '"' && text.startsWith('$(', at)) at = closing(text, at + 1, text.length) - 1;
  }
  return undefined;
}

function closedAt(text: string, what: string, from: number): number | undefined {
  const at = text.indexOf(what, from);
  return at < 0 ? undefined : at + what.length;
}
