import type { LineTable } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import type { SyntaxFault } from '../yaml/syntax-faults.ts';

/** The indentation of a line that fits none above, as that of the one it most likely belongs to, and of what goes with it. */
export function alignments({ code, at }: SyntaxFault, lines: LineTable): readonly (readonly [Range, string])[] {
  const first = lines.lineAt(at.start);
  const own = indentOf(lines.line(first));
  const wanted = code === 'DEEPER' ? above(first, lines) : nearestAbove(first, lines);
  if (wanted === undefined || wanted === own) return [];
  const changes: (readonly [Range, string])[] = [];
  for (let line = first; line < lines.count && goesAlong(lines.line(line), own, wanted); line++) {
    const [start, indent] = [lines.startOf(line), indentOf(lines.line(line))];
    if (lines.line(line).trim() !== '')
      changes.push([{ start, end: start + indent }, ' '.repeat(indent + wanted - own)]);
  }
  return changes;
}

/** What stands below a line that was too deep is moved with it; below one that was too shallow, it stands right. */
function goesAlong(line: string, own: number, wanted: number): boolean {
  return line.trim() === '' || (wanted < own ? indentOf(line) >= own : indentOf(line) === own);
}

function above(first: number, lines: LineTable): number | undefined {
  return contentAbove(first, lines)[0]?.indent;
}

/** Items of a list align with items, keys with keys. The last line counts where two are as near. */
function nearestAbove(first: number, lines: LineTable): number | undefined {
  const own = lines.line(first);
  const alike = contentAbove(first, lines).filter(({ isItem }) => isItem === own.trimStart().startsWith('-'));
  return alike.toSorted((a, b) => Math.abs(a.indent - indentOf(own)) - Math.abs(b.indent - indentOf(own)))[0]?.indent;
}

/** The lines above that say something, the last one first. */
function contentAbove(
  first: number,
  lines: LineTable,
): readonly { readonly indent: number; readonly isItem: boolean }[] {
  return Array.from({ length: first }, (_, i) => lines.line(first - 1 - i))
    .filter((line) => !/^\s*(?:#.*)?$/.test(line))
    .map((line) => ({ indent: indentOf(line), isItem: line.trimStart().startsWith('-') }));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
