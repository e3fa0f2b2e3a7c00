import type { Analysis } from '../analyze.ts';
import { refusal, render } from '../cmdlets/command.ts';
import { type Fix, titleOf } from '../edits/fix.ts';
import { written } from '../edits/written.ts';
import { type Choice, choose } from '../repair.ts';
import type { TextEdit } from '../text/edit.ts';
import { say, textOf } from '../text/message.ts';
import type { Env } from './env.ts';
import { isOwn } from './own-part.ts';

/** Changes that belong together: to be taken, or left, as one. */
export interface Reviewed {
  readonly title: string;
  /** What is wrong without them. */
  readonly about: string;
  /** A person is to look at them. */
  readonly review: boolean;
  readonly edits: readonly TextEdit[];
}

/** The first fix of each problem in the document itself, one that asks for a person included; none touches what another touches. */
export function reviewAll(analysis: Analysis, env: Env): readonly Reviewed[] {
  const changes = units(choose(analysis, true, ({ at }) => isOwn(analysis, at)))
    .map((one): Changes => ({ ...one, edits: editsOf(analysis, one) }))
    .reduce<readonly Changes[]>((done, one) => joined(done, one, analysis), []);
  return byProblem(changes)
    .filter(({ edits }) => edits.length > 0)
    .map(({ choices, isRunbook, edits }) => ({
      title: groupTitle(choices, isRunbook, env),
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

/**
 * The lines of the runbook with the problems that they are for. Their order stays, which is that of the changes then; where one cannot be
 * told to be for a problem, all of them stay together.
 */
function byProblem(changes: readonly Changes[]): readonly Changes[] {
  const runbook = changes.find(({ isRunbook }) => isRunbook);
  if (runbook === undefined) return changes;
  const others = changes.filter((one) => one !== runbook);
  const running = others.filter(({ choices }) =>
    choices.some(({ fix }) => fix.edits.some(({ edit }) => edit === 'run')),
  );
  const [only, ...more] = running;
  if (only !== undefined && more.length === 0)
    return others.map((one) => (one === only ? { ...one, edits: [...one.edits, ...runbook.edits] } : one));
  const parts = runbook.edits
    .flatMap(inLines)
    .map((edit) => ({ edit, of: running.find((one) => hasCommand(one, edit)) }));
  const [first, ...rest] = parts;
  // The key of a runbook that begins belongs to none of them.
  const head = first?.of === undefined && first?.edit.insert.includes('cmdlets:') ? [first] : [];
  const lines = head.length > 0 ? rest : parts;
  const owners = lines.flatMap(({ of }) => of ?? []);
  const order = owners.filter((one, i) => one !== owners[i - 1]);
  if (owners.length < lines.length || new Set(order).size < order.length) return changes;
  const edits = (one: Changes) => lines.filter(({ of }) => of === one).map(({ edit }) => edit);
  return [
    { ...runbook, edits: head.map(({ edit }) => edit) },
    ...others.filter((one) => !order.includes(one)),
    ...order.map((one) => ({ ...one, edits: [...one.edits, ...edits(one)] })),
  ];
}

/** Lines that are inserted at one place, each by itself. */
function inLines({ at, insert }: TextEdit): readonly TextEdit[] {
  if (at.start < at.end) return [{ at, insert }];
  const lines = insert.split(/^\r?\n/.test(insert) ? /(?=\r?\n)/ : /(?<=\n)/);
  return lines.map((line) => ({ at, insert: line }));
}

function hasCommand({ choices }: Changes, { insert }: TextEdit): boolean {
  return choices.some(({ fix }) =>
    fix.edits.some(
      (edit) => edit.edit === 'run' && refusal(edit.command) === undefined && insert.includes(render(edit.command)),
    ),
  );
}

/** What is chosen has been proven as a whole; the parts stand apart. */
function editsOf(analysis: Analysis, { fixes }: Unit): readonly TextEdit[] {
  return written(analysis, fixes)?.edits ?? [];
}

function meet(a: TextEdit, b: TextEdit): boolean {
  return a.at.start <= b.at.end && b.at.start <= a.at.end;
}

function groupTitle(choices: readonly Choice[], isRunbook: boolean, { bundle }: Env): string {
  const [first, ...rest] = choices;
  if (isRunbook) return textOf(say`Insert the cmdlets into the runbook`, bundle);
  const title = first === undefined ? '' : textOf(titleOf(first.fix), bundle);
  return rest.length === 0 ? title : textOf(say`${title} and ${rest.length} more`, bundle);
}
