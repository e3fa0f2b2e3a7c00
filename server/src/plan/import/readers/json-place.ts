import { endsLine, LineTable } from '../../../text/lines.ts';
import type { Lines } from '../found.ts';

/** Where a value stands in a text that is JSON. What is in it is looked for when somebody asks: most objects of a capture nobody asks for. */
export class JsonPlace implements Lines {
  readonly line: number;
  readonly last: number;
  readonly #text: string;
  readonly #start: number;
  #parts: ReadonlyMap<string, JsonPlace> | undefined;

  constructor(text: string, { start, line, last }: Lines & { readonly start: number; readonly last: number }) {
    this.#text = text;
    this.#start = start;
    this.line = line;
    this.last = last;
  }

  /** The value of a key, or the item of a list with this index. */
  in(key: string): JsonPlace | undefined {
    this.#parts ??= partsAt(this.#text, this.#start, this.line);
    return this.#parts.get(key);
  }
}

/** The whole of a text; undefined where it is one line, on which everything stands. */
export function wholePlace(text: string): JsonPlace | undefined {
  const start = text.search(/\S/);
  if (!/[\r\n]\s*\S/.test(text.slice(start))) return undefined;
  const line = new LineTable(text.slice(0, start)).count;
  return new JsonPlace(text, { start, line, last: line });
}

/** What is in the object or list that begins at a place, by keys or indexes. Of a key that is written twice the last one counts. */
function partsAt(text: string, start: number, firstLine: number): ReadonlyMap<string, JsonPlace> {
  const parts = new Map<string, JsonPlace>();
  const isList = text[start] === '[';
  if (!isList && text[start] !== '{') return parts;
  let line = firstLine;
  let key = isList ? '0' : undefined;
  let part: { readonly start: number; readonly line: number; last: number } | undefined;
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === ' ' || char === ':' || char === '\t') continue;
    if (char === '\n' || char === '\r') {
      if (endsLine(text, at)) line++;
    } else if (char === ',' || char === '}' || char === ']') {
      if (part !== undefined && key !== undefined) parts.set(key, new JsonPlace(text, part));
      if (char !== ',') break;
      key = isList ? String(parts.size) : undefined;
      part = undefined;
    } else {
      const { end, lines } = valueAt(text, at);
      if (key === undefined) key = stringIn(text.slice(at, end + 1));
      else part ??= { start: at, line, last: line + lines };
      line += lines;
      at = end;
    }
  }
  return parts;
}

/** Where a value ends, and how many lines it ends on the way; of a number or a word, its first character. */
function valueAt(text: string, start: number): { readonly end: number; readonly lines: number } {
  let lines = 0;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '"') at = stringEnd(text, at);
    else if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
    else if ((char === '\n' || char === '\r') && endsLine(text, at)) lines++;
    if (depth === 0) return { end: at, lines };
  }
  return { end: text.length, lines };
}

/** The place of the quote that closes the text opened at a place. */
export function stringEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}

function stringIn(quoted: string): string {
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}
