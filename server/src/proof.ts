import { type Analysis, analyze } from './analyze.ts';
import type { Fix } from './edits/fix.ts';
import { type WrittenFixes, written } from './edits/written.ts';
import { claimOf, type Problem } from './problem.ts';
import type { RuleId } from './rules/ids.generated.ts';
import { type Fault, isUnread } from './spec/faults.ts';
import { applyEdits, shiftBy, type TextEdit } from './text/edit.ts';
import { firstFrom } from './text/range.ts';
import { Taken } from './text/taken.ts';
import { saysAsChanged } from './yaml/expected.ts';
import type { SyntaxFault } from './yaml/syntax-faults.ts';

/** What fixes make of a document, tried out. */
export interface Proof {
  readonly edits: readonly TextEdit[];
  readonly after: Analysis;
  /** Problems that the fixes were to cure, and did not. */
  readonly left: readonly Problem[];
  /** The rules with more errors of some kind to tell than before. */
  brings(isOfKind: (error: Problem) => boolean): readonly RuleId[];
}

/**
 * Carries fixes out and looks at what has become of the document. Nothing where they change nothing, get in each other's way,
 * leave a text that YAML cannot read, or change more of what the document says than they say.
 */
export function proof(before: Analysis, fixes: readonly Pick<Fix, 'edits'>[]): Proof | undefined {
  const all = written(before, fixes);
  if (all === undefined || !areApart(all.edits)) return undefined;
  const text = applyEdits(before.text, all.edits);
  if (text === before.text) return undefined;
  const after = analyze(text, before.options, before);
  if (after.failures.length > before.failures.length || !isSound(before, after, all)) return undefined;
  const compared = { before, after, cured: problemsOf(before, fixes), edits: all.edits };
  return {
    edits: all.edits,
    after,
    left: leftOf(compared),
    brings: (isOfKind) => broughtBy((problem) => problem.severity === 'error' && isOfKind(problem), compared),
  };
}

function areApart(edits: readonly TextEdit[]): boolean {
  return edits.every(({ at }, i) => at.start >= (edits[i - 1]?.at.end ?? 0));
}

/** Whether the text can be read as well as before, and says what it is to say. */
function isSound(before: Analysis, after: Analysis, { edits, inTree, inText }: WrittenFixes): boolean {
  if (before.kind === 'script') return true;
  const [broken, still] = [before.faults.filter(isBroken), after.faults.filter(isBroken)];
  // Of a text that was not read as a whole more is known when some of it is repaired.
  if (still.length > broken.length && !broken.some(isUnread)) return false;
  if (broken.length === 0)
    return before.root === undefined || saysAsChanged(before.root, after.root, { edits: inTree, rewritten: inText });
  const isInBroken = broken.some(({ reach }) => {
    const next = edits[firstFrom(edits, ({ at }) => at.end > reach.start)];
    return next !== undefined && next.at.start <= reach.end;
  });
  const shift = shiftBy(edits);
  const places = new Set(still.map(({ code, at }) => `${at.start} ${code}`));
  const isLeft = ({ code, at }: SyntaxFault) => places.has(`${shift(at.start)} ${code}`);
  return !(isInBroken && broken.every(isLeft));
}

/** An empty file is not broken. */
function isBroken(fault: Fault): fault is SyntaxFault {
  return fault.kind === 'syntax' && fault.code !== 'EMPTY';
}

function problemsOf({ problems }: Analysis, fixes: readonly Pick<Fix, 'edits'>[]): readonly Problem[] {
  const wanted = new Set(fixes);
  return problems.filter((problem) => problem.fixes?.some((fix) => wanted.has(fix)));
}

interface Compared {
  readonly before: Analysis;
  readonly after: Analysis;
  /** What the fixes were to cure. */
  readonly cured: readonly Problem[];
  readonly edits: readonly TextEdit[];
}

/** The problems that stand where they stood. Where their own text was rewritten, there are to be fewer that say the same. */
function leftOf({ before, after, cured, edits }: Compared): readonly Problem[] {
  const [were, are, wanted] = [before.problems, after.problems, cured].map((all) => countedBy(all, claimOf));
  const places = new Set(after.problems.map((problem) => `${problem.at.start} ${claimOf(problem)}`));
  const shift = shiftBy(edits);
  const replaced = new Taken(edits.filter(({ at }) => at.start < at.end));
  return cured.filter((problem) => {
    const claim = claimOf(problem);
    const isRewritten = !replaced.isFree([{ at: problem.at, insert: '' }]);
    if (!isRewritten) return places.has(`${shift(problem.at.start)} ${claim}`);
    // Nobody knows how many there were; as many as before may be told.
    if (before.unfinished.has(problem.rule)) return false;
    return (are?.get(claim) ?? 0) > (were?.get(claim) ?? 0) - (wanted?.get(claim) ?? 0);
  });
}

/**
 * The rules that tell of more problems of a kind than before. More of a text that can be read at last is no worse than before,
 * whatever is found there.
 */
function broughtBy(isOfKind: (problem: Problem) => boolean, { before, after, cured }: Compared): readonly RuleId[] {
  if (before.faults.some(isBroken)) return [];
  const [were, are, gone] = [before.problems, after.problems, cured].map((all) =>
    countedBy(all.filter(isOfKind), ({ rule }) => rule),
  );
  const isMore = (rule: RuleId, count: number) => count > (were?.get(rule) ?? 0) - (gone?.get(rule) ?? 0);
  return [...(are ?? [])].flatMap(([rule, count]) =>
    !before.unfinished.has(rule) && isMore(rule, count) ? [rule] : [],
  );
}

function countedBy<K>(problems: readonly Problem[], key: (problem: Problem) => K): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const problem of problems) counts.set(key(problem), (counts.get(key(problem)) ?? 0) + 1);
  return counts;
}
