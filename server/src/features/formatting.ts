import type { Analysis } from '../analyze.ts';
import { inOrder, type TextEdit } from '../text/edit.ts';
import { type LineTable, lineBreak } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { Alignment } from './formatting/alignment.ts';
import { type Block, blocksOf, columnAt } from './formatting/blocks.ts';
import { Changes, startOf } from './formatting/changes.ts';
import { gapBetween, paddingOf } from './formatting/gaps.ts';
import { indentationOf, type Move, type Standing } from './formatting/indentation.ts';
import { type Reach, reachOf } from './formatting/reach.ts';
import { moveBlock, moveLines } from './formatting/texts.ts';
import { type Token, tokensOf } from './formatting/tokens.ts';

/** How a document is to be laid out; what is absent is as it is usual. */
export interface Style {
  /** Blanks per step; where it is absent, as many as the document has. */
  readonly indent?: number;
  readonly trimTrailing?: boolean;
  readonly finalNewline?: boolean;
  readonly trimFinalNewlines?: boolean;
  /** How the last line ends in a document of only one. */
  readonly lineBreak?: '\n' | '\r\n';
}

/** Empty lines that may follow each other. */
const EMPTY_LINES = 2;

/**
 * The changes of blanks and empty lines that lay a document out evenly, or only some stretches of it: nothing else of it changes,
 * and it says the same afterwards. None where the YAML is broken, as nobody knows then what belongs to what.
 */
export function formatting(
  { text, lines, root, faults }: Pick<Analysis, 'text' | 'lines' | 'root' | 'faults'>,
  style: Style = {},
  ranges?: readonly Range[],
): readonly TextEdit[] {
  const isBroken = root === undefined || faults.some(({ kind }) => kind === 'syntax');
  const tokens = isBroken ? undefined : tokensOf(text, root);
  if (root === undefined || tokens === undefined) return [];
  return inOrder(new Formatter(tokens, lines, style, reachOf(lines, ranges)).edits());
}

class Formatter {
  readonly #tokens: readonly Token[];
  readonly #lines: LineTable;
  readonly #style: Style;
  readonly #reach: Reach;
  readonly #changes: Changes;
  readonly #alignment = new Alignment();

  constructor(tokens: readonly Token[], lines: LineTable, style: Style, reach: Reach) {
    this.#tokens = tokens;
    this.#lines = lines;
    this.#style = style;
    this.#reach = reach;
    this.#changes = new Changes(lines, reach);
  }

  edits(): readonly TextEdit[] {
    const blocks = blocksOf(this.#tokens, this.#lines, this.#reach, this.#style.indent);
    const { starts, moves } = indentationOf(this.#tokens, this.#lines, blocks);
    const padding = paddingOf(this.#tokens, this.#lines);
    let before: Token | undefined;
    let lastLine = -1;
    /** The column at which what stands on the line will end. */
    let end = 0;
    for (const [i, token] of this.#tokens.entries()) {
      const start = starts.get(i);
      const line = this.#lines.lineAt(token.start);
      if (start) {
        this.#between(before, lastLine, line);
        end = this.#begin(token, line, start);
      } else if (before) {
        const [list, item] = [blocks.heads.get(i - 1), blocks.heads.get(i)];
        end += this.#continue(
          before,
          token,
          end,
          gapBetween({ before, after: token, text: this.#lines.text, padding, list, item }),
        );
      }
      lastLine = this.#lines.lineAt(Math.max(token.start, token.end - 1));
      end =
        lastLine === line
          ? end + token.end - token.start
          : this.#further(token, moves.get(i), { block: blocks.around[i], indent: blocks.indent });
      before = token;
    }
    this.#finish(before, lastLine);
    this.#alignment.place(this.#reach, this.#changes);
    return this.#changes.edits;
  }

  /** The first token of a line; the column at which it will begin. */
  #begin(token: Token, line: number, { column, wanted }: Standing): number {
    const start = startOf(this.#lines, line);
    if (token.kind === 'comment' && this.#alignment.continues(line, column))
      this.#alignment.add({ line, start, end: token.start, column });
    else if (column !== wanted) this.#changes.blanks(start, token.start, wanted);
    return this.#reach.has(line) ? wanted : column;
  }

  /** A token behind another one on a line; how many blanks will be before it. */
  #continue(before: Token, token: Token, willEnd: number, wanted: number | undefined): number {
    const line = this.#lines.lineAt(token.start);
    if (token.kind === 'comment') {
      const content = { end: columnAt(this.#lines, before.end), willEnd };
      const column = columnAt(this.#lines, token.start);
      this.#alignment.add({ line, start: before.end, end: token.start, column, content });
    }
    if (wanted === undefined || !this.#reach.has(line)) return token.start - before.end;
    this.#changes.blanks(before.end, token.start, wanted);
    return wanted;
  }

  /** The further lines of a token that has several; the column at which the last one will end. */
  #further(
    token: Token,
    move: Move | undefined,
    { block, indent }: { block: Block | undefined; indent: number },
  ): number {
    const [first, last] = [this.#lines.lineAt(token.start), this.#lines.lineAt(token.end - 1)];
    if (token.style === 'block') this.#trim(first);
    if (token.style === 'plain') for (let line = first; line < last; line++) this.#trim(line);
    if (token.style === 'block' && block) moveBlock(token, block, indent, this.#lines, this.#changes);
    const moved = token.style !== 'block' && move ? moveLines(token, move, this.#lines, this.#changes) : 0;
    return columnAt(this.#lines, token.end) + moved;
  }

  /** The end of a line, and the empty lines before the next one. */
  #between(before: Token | undefined, lastLine: number, next: number): void {
    if (before && before.style !== 'block') this.#trim(lastLine);
    // What is below a key and cannot be moved is read by the blanks before it.
    if (before?.kind === 'colon' && !this.#reach.has(next)) return;
    let surplus = next - lastLine - 1 - (before ? EMPTY_LINES : 0);
    for (let line = next - 1; line > lastLine; line--) {
      const isDropped = surplus > 0 && this.#reach.has(line);
      if (isDropped) this.#changes.drop(line);
      // Blanks could become a part of the block text above when that moves.
      else if (before?.style === 'block') this.#changes.trim(line);
      else this.#trim(line);
      if (isDropped) surplus--;
    }
  }

  /** The end of the last line, and the empty lines behind it. */
  #finish(before: Token | undefined, lastLine: number): void {
    const { text, count } = this.#lines;
    if (before && before.style !== 'block') this.#trim(lastLine);
    const keepsEmptyLines = before?.style === 'block' && /^[|>]\d?\+/.test(text.slice(before.start, before.start + 3));
    if (keepsEmptyLines) {
      for (let line = lastLine + 1; line < count; line++) this.#changes.trim(line);
      return;
    }
    const { finalNewline = true, trimFinalNewlines = true } = this.#style;
    if (lastLine === count - 1 && finalNewline)
      this.#changes.endText(text.includes('\n') ? lineBreak(text) : (this.#style.lineBreak ?? '\n'));
    for (let line = lastLine + 1; line < count; line++) {
      if (trimFinalNewlines) this.#changes.drop(line);
      else this.#trim(line);
    }
  }

  #trim(line: number): void {
    if (this.#style.trimTrailing ?? true) this.#changes.trim(line);
  }
}
