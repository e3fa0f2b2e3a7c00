import { type Analysis, analyze, type Options } from './analyze.ts';
import { Agreement } from './edits/agreement.ts';
import type { Fix } from './edits/fix.ts';
import { writer } from './edits/written.ts';
import { claimOf, type Problem } from './problem.ts';
import { type Proof, proof } from './proof.ts';
import type { RuleId } from './rules/ids.generated.ts';
import { isUnread } from './spec/faults.ts';
import { shiftBy, type TextEdit } from './text/edit.ts';
import { attempt, type Failure } from './text/failure.ts';
import { Taken } from './text/taken.ts';

/**
 * The text edits that carry out fixes; commands of all of them are enlisted into the runbook together. There are none where it
 * could not be proven that the fixes do what they say, and nothing else.
 */
export function repair(analysis: Analysis, fixes: readonly Pick<Fix, 'edits'>[]): readonly TextEdit[] {
  const tried = proof(analysis, fixes);
  return tried?.left.length === 0 ? tried.edits : [];
}

/** A fix that holds what it promises. */
export interface Offer {
  readonly fix: Fix;
  readonly edits: readonly TextEdit[];
  /** Rules that have more errors to tell once it is made. */
  readonly brings: readonly RuleId[];
  /** Whether it may be made unasked. */
  readonly unasked: boolean;
}

/** The fixes of a problem that may be offered. */
export function offers(analysis: Analysis, { fixes = [] }: Problem): readonly Offer[] {
  return fixes.flatMap((fix) => {
    const tried = proof(analysis, [fix]);
    if (tried === undefined || tried.left.length > 0) return [];
    const unasked = fix.safety === 'safe' && isHarmless(tried, false);
    return [{ fix, edits: tried.edits, brings: tried.brings(() => true), unasked }];
  });
}

/**
 * The text edits of all fixes of some problems, each to be made by itself. They are proven together where they go together, so
 * that a long list costs little more than one.
 */
export function repairEach(
  analysis: Analysis,
  problems: readonly Problem[],
  failures: Failure[],
): ReadonlyMap<Fix, readonly TextEdit[]> {
  const terms = { review: true, tries: triesOn(analysis.text), failures };
  const write = writer(analysis);
  const edits = new Map<Fix, readonly TextEdit[]>();
  let waiting: readonly Choice[] = problems.flatMap((problem) =>
    (problem.fixes ?? []).map((fix) => ({ problem, fix })),
  );
  while (waiting.length > 0) {
    const { made, failed } = most(analysis, together(analysis, waiting), terms);
    for (const { fix } of made) edits.set(fix, write([fix])?.edits ?? []);
    const done = new Set([...made, ...failed]);
    waiting = waiting.filter((choice) => !done.has(choice));
  }
  return edits;
}

/**
 * Whether fixes bring no error but such as the next round takes away: unasked by a safe repair, with `review` by any, or by the
 * person who fills in what nobody else can know.
 */
function isHarmless(tried: Proof, review: boolean): boolean {
  const passes = ({ rule, fixes = [] }: Problem) =>
    review ? fixes.length > 0 || rule === 'placeholder-left' : fixes.some(({ safety }) => safety === 'safe');
  return tried.brings((error) => !passes(error)).length === 0;
}

/** What became of a text, and what was done to it. */
export interface Repaired {
  readonly text: string;
  /** What is known of the text now. */
  readonly after: Analysis;
  readonly done: readonly Problem[];
  /** Whether there was more to do than is done in one go. */
  readonly isUnfinished: boolean;
  /** Repairs that could not be worked out: our mistakes. */
  readonly failures: readonly Failure[];
}

/**
 * The text after all fixes that may be taken: rule by rule, of each rule all that go together, until there is none left, as a fix
 * may reveal another or make it needless. The first fix of a problem counts; with `review`, also those that ask a person.
 */
export function repairAll(
  text: string,
  options: Options,
  { review = false, isMeant = () => true }: { readonly review?: boolean; readonly isMeant?: IsMeant } = {},
): Repaired {
  const done: Problem[] = [];
  const circles = new Circles(done);
  const terms: Terms = { review, tries: triesOn(text), failures: [] };
  let now = analyze(text, { ...options, most: MOST_REPAIRED });
  let vain: readonly Place[] = [];
  let isMoving = false;
  let rule: RuleId | undefined;
  let stride = 1;
  while (terms.tries.left > 0 && done.length < MOST_REPAIRED) {
    circles.enter(now.text);
    const all = takeable(now, review, vain).filter(({ problem }) => isMeant(now, problem) && !circles.holds(problem));
    if (all.length === 0 && !isMoving) break;
    if (all.length === 0) {
      // What was in vain may not be so any more.
      [vain, isMoving] = [[], false];
      continue;
    }
    if (!all.some(({ problem }) => problem.rule === rule)) rule = all[0]?.problem.rule;
    const choices = all.filter(({ problem }) => problem.rule === rule);
    const some = inStride(choices, stride).slice(0, MOST_REPAIRED - done.length);
    const { made, failed, tried } = most(now, together(now, some), terms);
    vain = [...vain, ...failed.map(({ problem }) => placeOf(problem))];
    if (tried === undefined) continue;
    done.push(...made.map(({ problem }) => problem));
    const shift = shiftBy(tried.edits);
    vain = vain.map((place) => ({ ...place, start: shift(place.start) }));
    const isByItself =
      rule === 'yaml-syntax' &&
      (now.faults.some(isUnread) || mistakesIn(tried.after) === mistakesIn(now) - made.length);
    stride = isByItself ? stride * STRETCH : 1;
    [now, isMoving] = [tried.after, true];
  }
  return {
    text: now.text,
    after: now,
    done: now.text === text ? [] : done,
    isUnfinished:
      (terms.tries.left <= 0 || done.length >= MOST_REPAIRED) &&
      takeable(now, review, vain).some(({ problem }) => isMeant(now, problem) && !circles.holds(problem)),
    failures: terms.failures,
  };
}

/** Whether a problem is one of those that are to be repaired. */
type IsMeant = (now: Analysis, problem: Problem) => boolean;

/** Fixes that lead back to where they began: going round once makes no difference, and none of them is made again. */
class Circles {
  readonly #done: Problem[];
  /** How many problems had been repaired when the text was so. */
  readonly #counts = new Map<string, number>();
  readonly #claims = new Set<string>();

  constructor(done: Problem[]) {
    this.#done = done;
  }

  /** Takes back what was done since the text was the same, if it was. */
  enter(text: string): void {
    const before = this.#counts.get(text) ?? this.#done.length;
    for (const problem of this.#done.splice(before)) this.#claims.add(claimOf(problem));
    for (const [other, count] of this.#counts) if (count > before) this.#counts.delete(other);
    this.#counts.set(text, before);
  }

  holds(problem: Problem): boolean {
    return this.#claims.size > 0 && this.#claims.has(claimOf(problem));
  }
}

/** The mistakes in the YAML itself. */
function mistakesIn({ faults }: Analysis): number {
  return faults.filter(({ kind }) => kind === 'syntax').length;
}

/** Problems of a text that are repaired in one go. */
export const MOST_REPAIRED = 10_000;

/** How often a text may be tried with fixes, most of all to find out which of several fails: a short one more often. */
function triesOn(text: string): { left: number } {
  return { left: Math.max(LEAST_TRIES, Math.floor(MOST_TRIED / (text.length + 1))) };
}

/** Characters. */
const MOST_TRIED = 4_000_000;
const LEAST_TRIES = 24;

/** A fix that is to be taken, and the problem it cures. */
export interface Choice {
  readonly problem: Problem;
  readonly fix: Fix;
}

/** One fix per problem, none touching what another touches: as many of them as hold together what they promise. */
export function choose(
  analysis: Analysis,
  review: boolean,
  isMeant: (problem: Problem) => boolean = () => true,
): readonly Choice[] {
  const terms = { review, tries: triesOn(analysis.text), failures: [] };
  const choices = takeable(analysis, review, []).filter(({ problem }) => isMeant(problem));
  return most(analysis, together(analysis, choices), terms).made;
}

/** A problem, by what it says and where. */
interface Place {
  readonly claim: string;
  readonly start: number;
}

function placeOf(problem: Problem): Place {
  return { claim: claimOf(problem), start: problem.at.start };
}

/** The first fix of each problem that may be taken, but for those in vain. */
function takeable({ problems }: Analysis, review: boolean, vain: readonly Place[]): readonly Choice[] {
  const without = new Set(vain.map(({ claim, start }) => `${start} ${claim}`));
  return problems.flatMap((problem) => {
    const fix = problem.fixes?.find(({ safety }) => safety === 'safe' || review);
    if (fix === undefined) return [];
    if (without.size === 0) return [{ problem, fix }];
    const { claim, start } = placeOf(problem);
    return without.has(`${start} ${claim}`) ? [] : [{ problem, fix }];
  });
}

/** One mistake in YAML may be the cause of the next one: more at once are repaired only as long as each was a mistake by itself. */
function inStride(choices: readonly Choice[], stride: number): readonly Choice[] {
  return choices[0]?.problem.rule === 'yaml-syntax' ? choices.slice(0, stride) : choices;
}

const STRETCH = 8;

/** Those that do not get in the way of one before them. */
function together(analysis: Analysis, choices: readonly Choice[]): readonly Choice[] {
  const [agreement, taken, write] = [new Agreement(), new Taken(), writer(analysis)];
  return choices.filter(({ fix }) => {
    // Commands find their places in the runbook together.
    const edits = write([{ edits: fix.edits.filter(({ edit }) => edit !== 'run') }])?.edits ?? [];
    if (!taken.isFree(edits) || !agreement.takes(fix.edits)) return false;
    taken.add(edits);
    agreement.add(fix.edits);
    return true;
  });
}

interface Attempt {
  readonly made: readonly Choice[];
  readonly failed: readonly Choice[];
  /** What the ones that are made make of the document; nothing where there are none. */
  readonly tried?: Proof;
}

interface Terms {
  readonly review: boolean;
  /** How often one may still try. */
  readonly tries: { left: number };
  /** What threw, of one fix each. */
  readonly failures: Failure[];
}

/** As many of the choices as hold what they promise and bring no error that stays. */
function most(analysis: Analysis, choices: readonly Choice[], terms: Terms): Attempt {
  if (choices.length === 0 || terms.tries.left-- <= 0) return { made: [], failed: choices };
  const failures: Failure[] = [];
  const tried = attempt(choices[0]?.problem.rule ?? 'fix', failures, () =>
    proof(
      analysis,
      choices.map(({ fix }) => fix),
    ),
  );
  if (choices.length === 1) terms.failures.push(...failures);
  const isFine = tried?.left.length === 0 && isHarmless(tried, terms.review);
  if (tried && isFine) return { made: choices, failed: [], tried };
  if (choices.length === 1) return { made: [], failed: choices };
  const [some, others] = parted(choices, new Set(tried?.left));
  const first = most(analysis, some, terms);
  if (first.tried) return first;
  const second = most(analysis, others, terms);
  return { ...second, failed: [...first.failed, ...second.failed] };
}

/** Choices that did not go together, in two: those that cured what they were to cure, and those that did not, else by half. */
function parted(
  choices: readonly Choice[],
  left: ReadonlySet<Problem>,
): readonly [readonly Choice[], readonly Choice[]] {
  const half = choices.length >> 1;
  if (left.size === 0 || left.size === choices.length) return [choices.slice(0, half), choices.slice(half)];
  return [choices.filter(({ problem }) => !left.has(problem)), choices.filter(({ problem }) => left.has(problem))];
}

/** The commands of all fixes, and nothing else of them: for people who change the spec by hand. */
export function commandsOf(problems: readonly Problem[]): Pick<Fix, 'edits'> {
  return { edits: problems.flatMap(({ fixes }) => fixes?.[0]?.edits.filter((edit) => edit.edit === 'run') ?? []) };
}
