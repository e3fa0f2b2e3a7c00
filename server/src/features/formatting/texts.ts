import type { LineTable } from '../../text/lines.ts';
import type { Block } from './blocks.ts';
import type { Changes } from './changes.ts';
import type { Move } from './indentation.ts';
import type { Token } from './tokens.ts';

/** Moves the further lines of a plain or quoted text, where blanks at the beginning say nothing; how far the last one moves. */
export function moveLines(token: Token, { by, least }: Move, lines: LineTable, changes: Changes): number {
  let moved = 0;
  if (by === 0) return moved;
  for (const { start, indent, isEmpty } of furtherLines(token, lines)) {
    if (isEmpty) continue;
    moved = Math.max(indent + by, least) - indent;
    changes.blanks(start, start + indent, indent + moved);
  }
  return moved;
}

/** Moves the lines of a block text together, so that it says the same. */
export function moveBlock(token: Token, block: Block, step: number, lines: LineTable, changes: Changes): void {
  if (!block.isFree) return;
  const further = furtherLines(token, lines);
  const indicator = /^[|>][+-]?([1-9])/.exec(lines.text.slice(token.start, token.start + 3))?.[1];
  const indent =
    indicator === undefined ? further.find(({ isEmpty }) => !isEmpty)?.indent : block.column + Number(indicator);
  if (indent === undefined) return;
  const wanted = indicator === undefined ? block.wanted + step : block.wanted + Number(indicator);
  for (const line of further) {
    // Blanks on an empty line are text where they reach further than the text begins.
    const moved = line.indent < indent ? Math.min(line.indent, wanted) : line.indent - indent + wanted;
    if (moved !== line.indent) changes.blanks(line.start, line.start + line.indent, moved);
  }
}

interface Line {
  readonly start: number;
  readonly indent: number;
  readonly isEmpty: boolean;
}

/** The lines of a text behind its first one. */
function furtherLines(token: Token, lines: LineTable): readonly Line[] {
  const first = lines.lineAt(token.start) + 1;
  const last = lines.lineAt(token.end - 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const text = lines.line(first + i);
    const blanks = token.style === 'block' ? /^ */ : /^[ \t]*/;
    const indent = blanks.exec(text)?.[0].length ?? 0;
    return { start: lines.startOf(first + i), indent, isEmpty: indent === text.length };
  });
}
