import type { Analysis } from '../analyze.ts';
import type { Fix } from '../edits/fix.ts';
import { written } from '../edits/written.ts';
import { type Choice, choose } from '../repair.ts';
import type { TextEdit } from '../text/edit.ts';
import { say, textOf } from '../text/message.ts';
import type { Env } from './env.ts';

/** Changes that belong together: to be taken, or left, as one. */
export interface Reviewed {
  readonly title: string;
  /** What is wrong without them. */
  readonly about: string;
  /** A person is to look at them. */
  readonly review: boolean;
  readonly edits: readonly TextEdit[];
}

/** The first fix of each problem, one that asks for a person included; none touches what another touches. */
export function reviewAll(analysis: Analysis, env: Env): readonly Reviewed[] {
  return units(choose(analysis, true))
    .map((one): Changes => ({ ...one, edits: editsOf(analysis, one) }))
    .reduce<readonly Changes[]>((done, one) => joined(done, one, analysis), [])
    .filter(({ edits }) => edits.length > 0)
    .map(({ choices, isRunbook, edits }) => ({
      title: titleOf(choices, isRunbook, env),
      about: choices.map(({ problem }) => textOf(problem.message, env.bundle)).join(' '),
      review: choices.some(({ fix }) => fix.safety === 'review'),
      edits,
    }));
}

interface Unit {
  readonly choices: readonly Choice[];
  readonly fixes: readonly Pick<Fix, 'edits'>[];
  readonly isRunbook: boolean;
}

interface Changes extends Unit {
  readonly edits: readonly TextEdit[];
}

/** What each fix does to the spec, and the commands of all of them: these find their order in the runbook together. */
function units(choices: readonly Choice[]): readonly Unit[] {
  const only = ({ fix }: Choice, runs: boolean) => ({
    edits: fix.edits.filter(({ edit }) => (edit === 'run') === runs),
  });
  const running = choices.filter(({ fix }) => fix.edits.some(({ edit }) => edit === 'run'));
  return [
    ...choices.map((choice) => ({ choices: [choice], fixes: [only(choice, false)], isRunbook: false })),
    { choices: running, fixes: running.map((choice) => only(choice, true)), isRunbook: true },
  ];
}

/** Changes that write to one place, such as a section that neither finds there, are made together. */
function joined(done: readonly Changes[], one: Changes, analysis: Analysis): readonly Changes[] {
  const met = done.filter((other) => other.edits.some((edit) => one.edits.some((mine) => meet(edit, mine))));
  if (met.length === 0) return [...done, one];
  const all = [...met, one];
  const fixes = all.flatMap((other) => other.fixes);
  const unit = { choices: [...new Set(all.flatMap(({ choices }) => choices))], fixes, isRunbook: false };
  const together = { ...unit, edits: editsOf(analysis, unit) };
  const apart = done.filter((other) => !met.includes(other));
  return joined(apart, together, analysis);
}

/** What is chosen has been proven as a whole; the parts stand apart. */
function editsOf(analysis: Analysis, { fixes }: Unit): readonly TextEdit[] {
  return written(analysis, fixes)?.edits ?? [];
}

function meet(a: TextEdit, b: TextEdit): boolean {
  return a.at.start <= b.at.end && b.at.start <= a.at.end;
}

function titleOf(choices: readonly Choice[], isRunbook: boolean, { bundle }: Env): string {
  const [first, ...rest] = choices;
  if (isRunbook) return textOf(say`Insert the cmdlets into the runbook`, bundle);
  const title = first === undefined ? '' : textOf(first.fix.title, bundle);
  return rest.length === 0 ? title : textOf(say`${title} and ${rest.length} more`, bundle);
}
