import type { Analysis, Problem } from '../analyze.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineBreak } from '../text/lines.ts';
import { say, textOf } from '../text/message.ts';
import type { Node } from '../yaml/tree.ts';
import type { Env } from './env.ts';

/** The edit that switches a rule off for the line of a problem: in the comment that is there already, behind the line, or above it. */
export function disableRule({ lines, root, suppressions }: Analysis, { rule, at }: Problem, { bundle }: Env): TextEdit {
  const line = lines.lineAt(at.start);
  const last = suppressions.findLast((one) => one.line === line);
  if (last !== undefined) return { at: { start: last.at.end, end: last.at.end }, insert: `, ${rule}` };
  const comment = `# lync-federation: ignore[${rule}] ${textOf(say`say here why this is right`, bundle)}`;
  const text = lines.line(line);
  const end = lines.endOf(line);
  if (root === undefined || !isInScalar(root, end)) {
    return { at: { start: lines.startOf(line) + text.trimEnd().length, end }, insert: ` ${comment}` };
  }
  const indent = text.search(/[^\s\ufeff]|$/);
  const start = lines.startOf(line) + indent;
  return { at: { start, end: start }, insert: comment + lineBreak(lines.text) + ' '.repeat(indent) };
}

/** Whether an offset lies inside of a scalar that goes on behind it, where a comment would become text. */
function isInScalar(node: Node, offset: number): boolean {
  if (node.at.start > offset || node.at.end < offset || node.alias) return false;
  if (node.kind === 'sequence') return node.items.some((item) => isInScalar(item, offset));
  if (node.kind === 'mapping')
    return node.entries.some(({ key, value }) => isInScalar(key, offset) || isInScalar(value, offset));
  return node.at.start < offset && offset < node.at.end;
}
