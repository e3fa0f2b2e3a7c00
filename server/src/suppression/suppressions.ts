import { isDate } from '../catalog/dates.ts';
import type { TextEdit } from '../text/edit.ts';
import type { LineTable } from '../text/lines.ts';
import { hasParts, partAt } from '../text/parts.ts';
import { firstFrom, type Range } from '../text/range.ts';
import { locate } from '../yaml/locate.ts';
import type { Mapping } from '../yaml/tree.ts';

/** One rule named in a comment `# lync-federation: ignore[rule, rule] until=2026-12-31 reason`. */
export interface Suppression {
  readonly rule: string;
  /** The rule's id in the comment. */
  readonly at: Range;
  /** The whole comment, from its `#` on. */
  readonly comment: Range;
  readonly reason: string;
  /** The line on which the rule is not heard; absent where it is not heard in the whole file. */
  readonly line: number | undefined;
  /** What is said of its end, if anything is. */
  readonly until: Until | undefined;
  /** Whether its last day is over. It has no effect then. */
  readonly expired: boolean;
  /** Whether nobody may suppress the rule. It has no effect then. */
  readonly forbidden: boolean;
  /** Whether it is needed, or may be. */
  readonly used: boolean;
}

/** The end of a suppression as it is written. */
export interface Until {
  readonly at: Range;
  /** The last day on which it holds, `YYYY-MM-DD`; absent where what is written is no such day. */
  readonly day: string | undefined;
}

/** A finding that is not heard, and the suppression that silenced it. */
export interface Suppressed<T> {
  readonly problem: T;
  readonly by: Suppression;
}

const COMMENT =
  /#[ \t]*lync-federation:[ \t]*ignore(-file)?\[((?:(?!#[ \t]*lync-federation:)[^\]\r\n])*)\]((?:(?!#[ \t]*lync-federation:[ \t]*ignore)[^\r\n])*)/g;

/** What decides about suppressions: the day, and the rules that nobody may suppress. */
interface Terms {
  readonly asOf: string;
  readonly neverSuppress?: readonly string[] | undefined;
}

/**
 * The suppressions of a document: a comment behind text covers its line, one alone covers the next line of content,
 * and `ignore-file` covers all lines wherever it stands, those of its own file where the document extends others.
 */
export function readSuppressions(
  lines: LineTable,
  rootAt: (offset: number) => Mapping | undefined,
  { asOf, neverSuppress = [] }: Terms,
): readonly Suppression[] {
  const found: Suppression[] = [];
  const coveredLine = coverage(lines);
  for (const match of lines.text.matchAll(COMMENT)) {
    const [text, inFile, names = '', tail = ''] = match;
    if (isInScalar(rootAt(match.index), match.index)) continue;
    const line = inFile === undefined ? coveredLine(match.index) : undefined;
    const comment = { start: match.index, end: match.index + text.trimEnd().length };
    const { until, reason } = readTail(tail, match.index + text.length - tail.length);
    const expired = until?.day !== undefined && until.day < asOf;
    const listAt = match.index + text.indexOf('[') + 1;
    for (const name of names.matchAll(/[^\s,]+/g)) {
      const start = listAt + name.index;
      const at = { start, end: start + name[0].length };
      const forbidden = neverSuppress.includes(name[0]);
      found.push({ rule: name[0], at, comment, reason, line, until, expired, forbidden, used: false });
    }
  }
  return found;
}

interface Suppressible {
  readonly rule: string;
  readonly at: Range;
}

/** Tells which suppression silences a finding. */
export function silencer(
  suppressions: readonly Suppression[],
  lines: LineTable,
): (finding: Suppressible) => Suppression | undefined {
  if (suppressions.length === 0) return () => undefined;
  const fileAt = hasParts(lines.text) ? (offset: number) => `file ${partAt(lines.text, offset)}` : () => 'file';
  const key = (rule: string, offset: number, line?: number) => `${line ?? fileAt(offset)} ${rule}`;
  const active = suppressions.filter(({ expired, forbidden }) => !expired && !forbidden);
  // The first of several counts, and one of the line before one of the file.
  const covering = new Map(active.toReversed().map((one) => [key(one.rule, one.at.start, one.line), one]));
  return ({ rule, at }) =>
    covering.get(key(rule, at.start, lines.lineAt(at.start))) ?? covering.get(key(rule, at.start));
}

interface Silencing {
  silencedBy(finding: Suppressible): Suppression | undefined;
  /** Rules that may find more than was told: perhaps where a comment is for it. */
  readonly unfinished: ReadonlySet<string>;
}

/** What remains of the findings, what is silenced by which suppression, and the suppressions with word of which were needed. */
export function suppress<T extends Suppressible>(
  findings: readonly T[],
  suppressions: readonly Suppression[],
  { silencedBy, unfinished }: Silencing,
): {
  readonly kept: readonly T[];
  readonly suppressed: readonly Suppressed<T>[];
  readonly suppressions: readonly Suppression[];
} {
  if (suppressions.length === 0) return { kept: findings, suppressed: [], suppressions };
  const silenced = new Map<T, Suppression>();
  for (const finding of findings) {
    const by = silencedBy(finding);
    if (by !== undefined) silenced.set(finding, by);
  }
  const needed = new Map([...silenced.values()].map((one) => [one, { ...one, used: true }]));
  return {
    kept: findings.filter((finding) => !silenced.has(finding)),
    suppressed: [...silenced].map(([problem, by]) => ({ problem, by: needed.get(by) ?? by })),
    suppressions: suppressions.map(
      (one) => needed.get(one) ?? (unfinished.has(one.rule) ? { ...one, used: true } : one),
    ),
  };
}

/** The edit that takes one rule out of its comment, and the comment with it when it was the only one among all, which are in order. */
export function removal(one: Suppression, all: readonly Suppression[], lines: LineTable): TextEdit {
  const place = firstFrom(all, ({ at }) => at.start >= one.at.start);
  const [previous, next] = [all[place - 1], all[place + 1]].map((other) =>
    other?.comment.start === one.comment.start ? other : undefined,
  );
  if (previous === undefined && next === undefined) return commentRemoval(one.comment, lines);
  const at = next
    ? { start: one.at.start, end: next.at.start }
    : { start: previous?.at.end ?? one.at.start, end: one.at.end };
  return { at, insert: '' };
}

/** The edit that takes a comment out, and its line where nothing else stands on it. */
export function commentRemoval(comment: Range, lines: LineTable): TextEdit {
  const line = lines.lineAt(comment.start);
  const start = lines.startOf(line);
  const before = lines.text.slice(start, comment.start);
  const after = lines.text.slice(comment.end, lines.endOf(line));
  if (after.trim() !== '') {
    const gap = after.length - after.trimStart().length;
    return { at: { start: comment.start, end: comment.end + gap }, insert: '' };
  }
  if (before.trim() !== '') return { at: { start: start + before.trimEnd().length, end: comment.end }, insert: '' };
  const mark = before.startsWith('\ufeff') ? 1 : 0;
  return { at: { start: start + mark, end: lines.startOf(line + 1) }, insert: '' };
}

/** `until=2026-12-31`, and what is so near to it behind the bracket that it was meant as that. */
const UNTIL = /^[ \t]*until(?:[ \t]*(?:[=:][ \t]*)?(?=\d)|[ \t]*=)\S*|(?<!\S)until=\S*/gi;

/** What follows the bracket: the end of the suppression, and its reason. */
function readTail(tail: string, offset: number): Pick<Suppression, 'until' | 'reason'> {
  const ends = [...tail.matchAll(UNTIL)];
  const [first] = ends;
  const last = ends.at(-1);
  const reason = tail.replace(UNTIL, '').replace(/\s+/g, ' ').trim();
  if (first === undefined || last === undefined) return { until: undefined, reason: tail.trim() };
  const start = offset + first.index + first[0].search(/\S/);
  const at = { start, end: offset + last.index + last[0].length };
  const [, day = ''] = /^until=(.*)$/s.exec(tail.slice(at.start - offset, at.end - offset)) ?? [];
  return { until: { at, day: isDate(day) ? day : undefined }, reason };
}

/** The line that a comment covers, asked from one comment to the next. */
function coverage(lines: LineTable): (offset: number) => number {
  let [from, to] = [0, 0];
  return (offset) => {
    const line = lines.lineAt(offset);
    // Comments one below the other cover the same line.
    if (from <= line && line < to) return to;
    [from, to] = [line, line];
    if (!isComment(lines.line(line))) return line;
    to++;
    while (to < lines.count - 1 && isComment(lines.line(to))) to++;
    return to;
  };
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
