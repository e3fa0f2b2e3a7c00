import { type Change, changeBetween } from './change.ts';

/** A place as people and editors say it: both zero-based, `column` in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The table that turns offsets into lines and columns, and back. Lines end as the language server protocol says: in `\n`, `\r\n` or `\r`. */
export class LineTable {
  readonly text: string;
  readonly #starts: readonly number[];

  /** @param before the table of a text of which most is the same, which only makes it faster */
  constructor(text: string, before?: LineTable) {
    this.text = text;
    this.#starts = before ? before.#startsAfter(text) : lineStarts(text);
  }

  /** Where the lines of a text begin that is mostly the same: what has changed is looked through from the line before on. */
  #startsAfter(text: string): number[] {
    const { from, to, by } = changeBetween(this.text, text);
    const first = this.lineAt(Math.max(0, from - 1));
    const next = this.lineAt(to) + 1;
    const starts = this.#starts.slice(0, first + 1);
    const end = next < this.count ? this.startOf(next) + by : text.length;
    for (let at = this.startOf(first); at < end; at++) if (endsLine(text, at)) starts.push(at + 1);
    for (let line = next + 1; line < this.count; line++) starts.push(this.startOf(line) + by);
    return starts;
  }

  get count(): number {
    return this.#starts.length;
  }

  position(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, column: offset - this.startOf(line) };
  }

  offset({ line, column }: Position): number {
    if (line >= this.count) return this.text.length;
    return Math.min(this.startOf(line) + column, this.endOf(line));
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset of the first character of a line. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  /** Offset behind the last character of a line, before its line break. */
  endOf(line: number): number {
    let end = this.#starts[line + 1] ?? this.text.length;
    while (end > this.startOf(line) && isLineBreak(this.text.charCodeAt(end - 1))) end--;
    return end;
  }

  /** The text from one offset to another. */
  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  /** The text of a line, without its line break. */
  line(line: number): string {
    return this.text.slice(this.startOf(line), this.endOf(line));
  }
}

/** The lines of a text that a change is about. */
export function withLines({ from, to, by }: Change, before: LineTable): Change {
  const next = before.lineAt(to) + 1;
  return {
    from: before.startOf(before.lineAt(from)),
    to: next < before.count ? before.startOf(next) : Number.POSITIVE_INFINITY,
    by,
  };
}

/** The same with the last line above in which something stands: what ends there may go on in the lines that are changed. */
export function withLineAbove(change: Change, before: LineTable): Change {
  let line = before.lineAt(change.from);
  while (line > 0 && /^\s*(?:#|$)/.test(before.line(line - 1))) line--;
  return { ...change, from: before.startOf(Math.max(0, line - 1)) };
}

/** The line break the text uses. */
export function lineBreak(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The text with a line feed for each lone `\r`, which readers of other makers take for text; every place stays where it is. */
export function lineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** How many lines end in a text. */
export function lineEnds(text: string): number {
  return lineStarts(text).length - 1;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    if (endsLine(text, at)) starts.push(at + 1);
  }
  return starts;
}

/** Whether a line ends behind the character at an offset. */
export function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10);
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
