import type { TextEdit } from '../../text/edit.ts';
import type { LineTable } from '../../text/lines.ts';
import type { Reach } from './reach.ts';

/** Collects changes of blanks on the lines that may be changed. */
export class Changes {
  readonly edits: TextEdit[] = [];
  readonly #lines: LineTable;
  readonly #reach: Reach;

  constructor(lines: LineTable, reach: Reach) {
    this.#lines = lines;
    this.#reach = reach;
  }

  /** Makes the blanks from one place of a line to another that many. */
  blanks(start: number, end: number, count: number): void {
    const line = this.#lines.lineAt(start);
    if (this.#reach.has(line)) this.#replace(start, end, ' '.repeat(count));
  }

  /** Takes away the blanks at the end of a line. */
  trim(line: number): void {
    const [start, end] = [this.#lines.startOf(line), this.#lines.endOf(line)];
    const written = this.#lines.line(line).replace(/(?<![ \t])[ \t]+$/, '').length;
    if (this.#reach.has(line)) this.#replace(start + written, end, '');
  }

  /** Takes away an empty line. */
  drop(line: number): void {
    const start = startOf(this.#lines, line);
    if (this.#reach.has(line)) this.#replace(start, this.#lines.startOf(line + 1), '');
  }

  /** Ends the last line. */
  endText(lineBreak: string): void {
    const { length } = this.#lines.text;
    if (this.#reach.has(this.#lines.lineAt(length))) this.#replace(length, length, lineBreak);
  }

  #replace(start: number, end: number, insert: string): void {
    if (this.#lines.text.slice(start, end) !== insert) this.edits.push({ at: { start, end }, insert });
  }
}

/** Offset of the first character of a line; a byte order mark is none. */
export function startOf(lines: LineTable, line: number): number {
  const start = lines.startOf(line);
  return line === 0 && lines.text.startsWith('\ufeff') ? start + 1 : start;
}
