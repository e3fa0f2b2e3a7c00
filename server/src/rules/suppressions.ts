import type { TextEdit } from '../text/edit.ts';
import type { LineTable } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { locate } from '../yaml/locate.ts';
import type { Mapping } from '../yaml/tree.ts';

/** One rule named in a comment `# lync-federation: ignore[rule, rule] reason`. */
export interface Suppression {
  readonly rule: string;
  /** The rule's id in the comment. */
  readonly at: Range;
  /** The whole comment, from its `#` on. */
  readonly comment: Range;
  readonly reason: string;
  /** The line for which the rule is switched off. */
  readonly line: number;
  readonly used: boolean;
}

const COMMENT = /#[ \t]*lync-federation:[ \t]*ignore\[([^\]\r\n]*)\]([^\r\n]*)/g;

/** The suppressions of a document: a comment behind text covers its line, one alone covers the next line of content. */
export function readSuppressions(lines: LineTable, root: Mapping | undefined): readonly Suppression[] {
  const found: Suppression[] = [];
  for (const match of lines.text.matchAll(COMMENT)) {
    const [text, names = '', reason = ''] = match;
    if (isInScalar(root, match.index)) continue;
    const line = coveredLine(lines, match.index);
    const comment = { start: match.index, end: match.index + text.trimEnd().length };
    const listAt = match.index + text.indexOf('[') + 1;
    for (const name of names.matchAll(/[^\s,]+/g)) {
      const start = listAt + name.index;
      found.push({
        rule: name[0],
        at: { start, end: start + name[0].length },
        comment,
        reason: reason.trim(),
        line,
        used: false,
      });
    }
  }
  return found;
}

/** What remains of the findings, and the suppressions with word of which were needed. */
export function suppress<T extends { readonly rule: string; readonly at: Range }>(
  findings: readonly T[],
  suppressions: readonly Suppression[],
  lines: LineTable,
): { readonly kept: readonly T[]; readonly suppressions: readonly Suppression[] } {
  if (suppressions.length === 0) return { kept: findings, suppressions };
  const keyed = new Set(suppressions.map(({ rule, line }) => `${line} ${rule}`));
  const hit = new Set<string>();
  const kept = findings.filter(({ rule, at }) => {
    const key = `${lines.lineAt(at.start)} ${rule}`;
    if (keyed.has(key)) hit.add(key);
    return !keyed.has(key);
  });
  return { kept, suppressions: suppressions.map((one) => ({ ...one, used: hit.has(`${one.line} ${one.rule}`) })) };
}

/** The edit that takes one rule out of its comment, and the comment with it when it was the only one. */
export function removal(one: Suppression, all: readonly Suppression[], lines: LineTable): TextEdit {
  const others = all.filter((other) => other.comment.start === one.comment.start && other.at.start !== one.at.start);
  if (others.length > 0) {
    const next = others.find((other) => other.at.start > one.at.start);
    const previous = others.findLast((other) => other.at.start < one.at.start);
    const at = next
      ? { start: one.at.start, end: next.at.start }
      : { start: previous?.at.end ?? one.at.start, end: one.at.end };
    return { at, insert: '' };
  }
  const line = lines.lineAt(one.comment.start);
  const before = lines.text.slice(lines.startOf(line), one.comment.start);
  if (before.trim() === '') return { at: { start: lines.startOf(line), end: lines.startOf(line + 1) }, insert: '' };
  return { at: { start: lines.startOf(line) + before.trimEnd().length, end: one.comment.end }, insert: '' };
}

function coveredLine(lines: LineTable, offset: number): number {
  const line = lines.lineAt(offset);
  if (!isComment(lines.line(line))) return line;
  let next = line + 1;
  while (next < lines.count - 1 && isComment(lines.line(next))) next++;
  return next;
}

function isComment(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line);
}

function isInScalar(root: Mapping | undefined, offset: number): boolean {
  const spot = locate(root, offset);
  return (
    spot?.node.kind === 'scalar' && spot.on === 'value' && spot.node.at.start < offset && offset < spot.node.at.end
  );
}
