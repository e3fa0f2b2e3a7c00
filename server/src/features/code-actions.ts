import type { Analysis, Options } from '../analyze.ts';
import { titleOf } from '../edits/fix.ts';
import type { Problem } from '../problem.ts';
import { type Offer, offers, repairAll } from '../repair.ts';
import { rules } from '../rules/index.generated.ts';
import type { TextEdit } from '../text/edit.ts';
import { attempt, type Failure } from '../text/failure.ts';
import { firstOfEach } from '../text/grouped.ts';
import { code, codes, say, textOf } from '../text/message.ts';
import { split } from '../text/parts.ts';
import type { Range } from '../text/range.ts';
import { disableRule, disableRuleInFile } from './disable-rule.ts';
import type { Env } from './env.ts';
import { isOwn } from './own-part.ts';

/** A change that is offered for a problem. */
export interface CodeAction {
  readonly title: string;
  readonly problem: Problem;
  /** The one to take where there are several. */
  readonly preferred: boolean;
  /** How far the action switches the rule of the problem off; absent for a fix. */
  readonly disables?: 'line' | 'file';
  readonly edits: readonly TextEdit[];
}

/**
 * The fixes of the problems in a range, then the comments that switch their rules off: there, and in the whole file. What throws is
 * noted, and costs its own problem the fixes.
 */
export function codeActions(
  analysis: Analysis,
  range: Range,
  { bundle, failures = [], isMeant = () => true }: Env & Asked,
): readonly CodeAction[] {
  const problems = analysis.problems.filter(
    (problem) => problem.at.start <= range.end && range.start <= problem.at.end && isMeant(problem),
  );
  const fixes = problems.flatMap(
    (problem) => attempt(problem.rule, failures, () => fixesOf(problem, analysis, { bundle })) ?? [],
  );
  return [...fixes, ...(attempt('suppression', failures, () => disabling(analysis, problems, { bundle })) ?? [])];
}

interface Asked {
  readonly failures?: Failure[];
  /** Which of the problems in the range are asked about. */
  readonly isMeant?: (problem: Problem) => boolean;
}

function fixesOf(problem: Problem, analysis: Analysis, env: Env): readonly CodeAction[] {
  const all = offers(analysis, problem);
  const preferred = all.find(({ unasked }) => unasked);
  return all.map((offer) => {
    return { title: offerTitle(offer, env), problem, preferred: offer === preferred, edits: offer.edits };
  });
}

/** Nobody is to meet an error that he was not told of. */
function offerTitle({ fix, brings }: Offer, { bundle }: Env): string {
  const title = titleOf(fix);
  return textOf(brings.length === 0 ? title : say`${title} (brings ${codes(brings)})`, bundle);
}

/** From the narrowest to the widest. */
function disabling(analysis: Analysis, problems: readonly Problem[], env: Env): readonly CodeAction[] {
  const { lines } = analysis;
  const { neverSuppress = [] } = analysis.options;
  const suppressible = problems.filter((problem) => isSuppressible(problem) && !neverSuppress.includes(problem.rule));
  const onLine = firstOfEach(suppressible, ({ rule, at }) => `${lines.lineAt(at.start)} ${rule}`);
  const inFile = firstOfEach(suppressible, ({ rule }) => rule);
  return [
    ...onLine.flatMap((problem): readonly CodeAction[] => {
      const edit = disableRule(analysis, problem, env);
      const title = textOf(say`Disable ${code(problem.rule)} on this line`, env.bundle);
      return edit ? [{ title, problem, preferred: false, disables: 'line', edits: [edit] }] : [];
    }),
    ...inFile.map((problem): CodeAction => {
      const title = textOf(say`Disable ${code(problem.rule)} in this file`, env.bundle);
      return { title, problem, preferred: false, disables: 'file', edits: [disableRuleInFile(analysis, problem, env)] };
    }),
  ];
}

/** The edits that carry out all safe fixes of a document, one in each file that they change, of as little text as that takes. */
export function fixAll({ text }: Analysis, options: Options): readonly TextEdit[] {
  const after = split(repairAll(text, options, { isMeant: (now, { at }) => isOwn(now, at) }).text);
  return split(text).flatMap((part, i) => {
    const now = after[i]?.text ?? part.text;
    if (now === part.text) return [];
    const { at, insert } = difference(part.text, now);
    return { at: { start: part.start + at.start, end: part.start + at.end }, insert };
  });
}

/** What is replaced by what, between the first and the last character that differ. */
function difference(before: string, after: string): TextEdit {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < least - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (splitsPair(before, start) || splitsPair(after, start)) start--;
  if (tail > 0 && (splitsPair(before, before.length - tail) || splitsPair(after, after.length - tail))) tail--;
  return { at: { start, end: before.length - tail }, insert: after.slice(start, after.length - tail) };
}

/** Whether an offset lies inside a line break or a character of two units, where no editor can cut. */
function splitsPair(text: string, offset: number): boolean {
  return /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(offset - 1, offset + 1));
}

/** Findings on suppressions cannot be suppressed, and a comment in YAML that cannot be read helps nobody. */
function isSuppressible({ rule }: Problem): boolean {
  return rule !== 'yaml-syntax' && rules.find(({ id }) => id === rule)?.about !== 'suppressions';
}
