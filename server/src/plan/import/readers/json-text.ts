import type { Message } from '../../../text/message.ts';
import { type FoundValue, MOST_LEVELS, tooDeep } from '../found.ts';

/** What a text that is JSON holds, or why nobody would have written it; undefined where it is none. */
export function parseJson(
  text: string,
  source: string,
): { readonly data: FoundValue } | { readonly fault: Message } | undefined {
  const data = jsonIn(text);
  if (data === undefined) return undefined;
  const deep = deepLine(text);
  return deep === undefined ? { data } : { fault: tooDeep(source, deep) };
}

/** The line, counted from one, on which a pattern is first found. */
export function lineOf(text: string, pattern: RegExp): number {
  return text.slice(0, Math.max(0, text.search(pattern))).split('\n').length;
}

/** The first line on which a text that is JSON is nested too deeply. */
function deepLine(text: string): number | undefined {
  let levels = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') at = stringEnd(text, at);
    else if (char === '{' || char === '[') levels++;
    else if (char === '}' || char === ']') levels--;
    if (levels > MOST_LEVELS) return text.slice(0, at).split('\n').length;
  }
  return undefined;
}

/** The place of the quote that closes the text opened at a place. */
function stringEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}

function jsonIn(text: string): FoundValue | undefined {
  try {
    const data: FoundValue = JSON.parse(text);
    return data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
