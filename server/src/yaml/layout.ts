import { endsLine, lineBreak } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import type { Written } from './edit.ts';
import type { Mapping, Node, Sequence } from './tree.ts';

/** How collections of a document are laid out. */
export interface Layout {
  readonly indent: number;
  /** Whether lists stand deeper than the key they belong to. */
  readonly indentLists: boolean;
  readonly lineBreak: string;
}

/** A document whose layout is looked at when it is asked for, and once. */
export interface LaidOut extends Written {
  layout(): Layout;
}

/** How the document is laid out already, so that what is added looks the same. */
export function layoutOf(text: string, root: Mapping | undefined): Layout {
  let indent: number | undefined;
  let indentLists: boolean | undefined;
  const visit = (mapping: Mapping, depth: number): void => {
    for (const { key, value } of mapping.entries) {
      if (value.kind === 'scalar' || value.flow || value.alias) continue;
      const deeper = columnOf(text, value.at.start) - columnOf(text, key.at.start);
      if (value.kind === 'sequence') indentLists ??= deeper > 0;
      if (deeper > 0) indent ??= deeper;
      if (value.kind === 'mapping' && depth < 3) visit(value, depth + 1);
    }
  };
  if (root && !root.flow) visit(root, 0);
  return { indent: indent ?? 2, indentLists: indentLists ?? true, lineBreak: lineBreak(text) };
}

/** The dash before an item of a block list: in the column of the list, on the line of the item or above it. */
export function dashOf(text: string, list: Sequence, item: Node): number {
  const column = list.at.start - startOfLine(text, list.at.start);
  let line = startOfLine(text, item.at.start);
  while (line > list.at.start && !/^[\s?:-]*-$/.test(text.slice(line, line + column + 1)))
    line = startOfLine(text, line - 1);
  return line + column;
}

/** Where a node begins on its line, with the anchor, the tag or the question mark before it. */
export function outerStart(text: string, { start }: Range): number {
  const before = text.slice(startOfLine(text, start), start);
  return start - (/(?:(?<!\S)\?[ \t]*)?(?:(?<![^\s[{,])[&!]\S{0,255}[ \t]+){0,2}$/.exec(before)?.[0].length ?? 0);
}

/** Offset of the first character of the line. */
export function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !endsLine(text, start - 1)) start--;
  return start;
}

/** Offset of the line break that ends the line, or of the end of the text. */
export function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !endsLine(text, end)) end++;
  return text.startsWith('\r\n', end - 1) ? end - 1 : end;
}

/** The end of the content: a block scalar's own end lies behind its last line break. */
export function lastCharacter(text: string, end: number, least: number): number {
  let last = end;
  while (last > least && /\s/.test(text[last - 1] ?? '')) last--;
  return last;
}

/** A value with the blanks that keep it apart from the colon or dash before it, and from the comment behind it. */
export function apart(text: string, { start, end }: Range, value: string): string {
  const before = start === end && !/\s/.test(text[start - 1] ?? ' ') ? ' ' : '';
  return before + value + (text[end] === '#' ? ' ' : '');
}

/** The column of an offset; a byte order mark takes none. */
export function columnOf(text: string, offset: number): number {
  const column = offset - startOfLine(text, offset);
  return text.charCodeAt(0) === 0xfeff && startOfLine(text, offset) === 0 ? column - 1 : column;
}
