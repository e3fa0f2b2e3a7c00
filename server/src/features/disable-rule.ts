import type { Analysis } from '../analyze.ts';
import type { Problem } from '../problem.ts';
import type { SpecPart } from '../spec/extended.ts';
import type { Suppression } from '../suppression/suppressions.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineBreak } from '../text/lines.ts';
import { say, textOf } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { Node } from '../yaml/tree.ts';
import type { Env } from './env.ts';
import { partOf } from './own-part.ts';

type Disabled = Pick<Problem, 'rule' | 'at'>;

/**
 * The edit that switches a rule off for the line of a problem: in the comment that is there already, behind the line, or above it.
 * Nothing where a command of a script goes on from the line before, and would end there.
 */
export function disableRule(analysis: Analysis, { rule, at }: Disabled, env: Env): TextEdit | undefined {
  const { lines, suppressions } = analysis;
  const { root, text: file } = fileOf(analysis, at);
  const line = lines.lineAt(at.start);
  const joined = joining(suppressions, line, rule);
  if (joined !== undefined) return joined;
  const comment = `# lync-federation: ignore[${rule}] ${reason(env)}`;
  const text = lines.line(line);
  const indent = text.search(/[^\s\ufeff]|$/);
  const start = lines.startOf(line) + indent;
  const end = lines.endOf(line);
  if (root === undefined && line > 0 && wraps(lines.line(line - 1))) return undefined;
  const goesOn = root === undefined ? wraps(text) : isInScalar(root, end);
  if (goesOn) return { at: { start, end: start }, insert: comment + lineBreak(file) + ' '.repeat(indent) };
  return { at: { start: lines.startOf(line) + text.trimEnd().length, end }, insert: ` ${comment}` };
}

/** The edit that switches a rule off for a whole file: in the comment that is there already, or below the comments at its top. */
export function disableRuleInFile(analysis: Analysis, { rule, at }: Disabled, env: Env): TextEdit {
  const { lines, suppressions } = analysis;
  const file = fileOf(analysis, at);
  const end = file.start + file.text.length;
  const here = suppressions.filter((one) => file.start <= one.at.start && one.at.end <= end);
  const joined = joining(here, undefined, rule);
  if (joined !== undefined) return joined;
  const comment = `# lync-federation: ignore-file[${rule}] ${reason(env)}`;
  const eol = lineBreak(file.text);
  const head = headOf(analysis, lines.lineAt(file.start));
  if (head < lines.count && lines.startOf(head) <= end) {
    const start = lines.startOf(head) + (head === 0 && lines.text.startsWith('\ufeff') ? 1 : 0);
    return { at: { start, end: start }, insert: comment + eol };
  }
  return { at: { start: end, end }, insert: eol + comment };
}

/** Into a comment that has an end, nothing is put: another rule would end with it unasked. */
function joining(suppressions: readonly Suppression[], line: number | undefined, rule: string): TextEdit | undefined {
  const last = suppressions.findLast((one) => one.line === line && one.until === undefined);
  return last && { at: { start: last.at.end, end: last.at.end }, insert: `, ${rule}` };
}

function reason({ bundle }: Env): string {
  return textOf(say`say here why this is right`, bundle);
}

/** The file in which a place lies. */
function fileOf(analysis: Analysis, at: Range): Pick<SpecPart, 'start' | 'text' | 'root'> {
  return partOf(analysis, at) ?? { start: 0, text: analysis.text, root: analysis.root };
}

/** The line behind the head of a file, from its first one on: comments, and in YAML what stands before the document. */
function headOf({ lines, kind }: Analysis, first: number): number {
  const isHead = kind === 'script' ? /^\ufeff?#/ : /^\ufeff?(?:#|%|---\s*(?:#.*)?$)/;
  let head = first;
  while (head < lines.count && isHead.test(lines.line(head))) head++;
  return head;
}

/** Whether a line of PowerShell ends in such a way that no comment may follow: it goes on below, or a text begins. */
function wraps(line: string): boolean {
  return /(?:`|@["'])\s*$/.test(line);
}

/** Whether an offset lies inside of a scalar that goes on behind it, where a comment would become text. */
function isInScalar(node: Node, offset: number): boolean {
  if (node.at.start > offset || node.at.end < offset || node.alias) return false;
  if (node.kind === 'sequence') return node.items.some((item) => isInScalar(item, offset));
  if (node.kind === 'mapping')
    return node.entries.some(({ key, value }) => isInScalar(key, offset) || isInScalar(value, offset));
  return node.at.start < offset && offset < node.at.end;
}
