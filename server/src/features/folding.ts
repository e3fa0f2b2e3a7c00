import type { Analysis } from '../analyze.ts';
import type { LineTable } from '../text/lines.ts';
import { type Range, touches } from '../text/range.ts';
import { lastCharacter } from '../yaml/layout.ts';
import type { Node } from '../yaml/tree.ts';

/** A stretch of several lines that can be folded away behind its first one. */
export interface Fold {
  readonly at: Range;
  readonly kind: 'section' | 'comment';
}

/** What can be folded: sections, entries, block texts and comments of several lines; one per first line. */
export function folding({ root, text, lines }: Analysis): readonly Fold[] {
  const found: Fold[] = root ? [...inside(root, text)] : [];
  const all = [...found, ...comments(lines).filter(({ at }) => root === undefined || !isInText(root, at.start))];
  const firsts = new Set<number>();
  return all
    .filter(({ at }) => lines.lineAt(at.start) < lines.lineAt(at.end))
    .toSorted((a, b) => a.at.start - b.at.start || b.at.end - a.at.end)
    .filter(({ at }) => !firsts.has(lines.lineAt(at.start)) && firsts.add(lines.lineAt(at.start)));
}

function* inside(node: Node, text: string): Iterable<Fold> {
  if (node.alias || node.kind === 'scalar') return;
  const parts =
    node.kind === 'sequence'
      ? node.items.map((value) => ({ start: value.at.start, value }))
      : node.entries.map(({ key, value }) => ({ start: key.at.start, value }));
  for (const { start, value } of parts) {
    yield { at: { start, end: lastCharacter(text, Math.max(value.at.end, start), start) }, kind: 'section' };
    yield* inside(value, text);
  }
}

/** Comments of several lines. */
function comments(lines: LineTable): readonly Fold[] {
  const blocks: Fold[] = [];
  let first = 0;
  for (let line = 0; line <= lines.count; line++) {
    if (line < lines.count && /^\ufeff?\s*#/.test(lines.line(line))) continue;
    if (line > first + 1)
      blocks.push({ at: { start: lines.startOf(first), end: lines.endOf(line - 1) }, kind: 'comment' });
    first = line + 1;
  }
  return blocks;
}

/** Whether an offset lies in a text of several lines, where `#` begins no comment. */
function isInText(node: Node, offset: number): boolean {
  if (!touches(node.at, offset) || node.alias) return false;
  if (node.kind === 'sequence') return node.items.some((item) => isInText(item, offset));
  if (node.kind === 'mapping') return node.entries.some(({ value }) => isInText(value, offset));
  return node.at.start < offset && offset < node.at.end;
}
