import { type Command, render } from '../cmdlets/command.ts';
import { hasErrors, IN_SPITE } from '../features/plan-preview.ts';
import type { Planned } from '../features/planned.ts';
import { stepsBack } from '../plan/plan.ts';
import type { Note, Step } from '../plan/step.ts';
import {
  compared,
  comparedBack,
  fileAndLine,
  headOf,
  NO_WAY_BACK,
  onlyWhere,
  remarksOf,
  summaryOf,
  whereThere,
} from '../plan/summary.ts';
import type { Problem } from '../problem.ts';
import { say } from '../text/message.ts';
import { plainLine } from '../text/visible.ts';
import { type Commands, listOf, paragraph, type ReportedStep, type Section } from './report.ts';

/** What brings the servers to what is declared. */
export function planSection({ whole, origin }: Planned, problems: readonly Problem[]): Section {
  const told = ({ message, at }: Note) => say`${fileAndLine(at, origin)}: ${message}`;
  const remarks = [...whole.refusals, ...remarksOf(whole)].map(told);
  const steps = whole.steps.map((step) => ({ title: headOf(step, origin), body: [step.reason, ...doing(step)] }));
  return {
    id: 'plan',
    title: say`Plan`,
    parts: [
      paragraph(compared(origin)),
      paragraph(say`${summaryOf(whole)}.`),
      ...listOf([...(hasErrors({ problems }) ? [IN_SPITE] : []), ...remarks]),
      ...stepsOf(steps),
    ],
  };
}

/** What takes the plan back. */
export function waySection({ whole, origin }: Planned): Section {
  const steps = stepsBack(whole).map((step) => ({
    title: say`take back step ${whole.steps.indexOf(step) + 1}: ${headOf(step, origin)}`,
    body: undoing(step),
  }));
  const head =
    steps.length === 0
      ? [paragraph(say`There is nothing to take back.`)]
      : [paragraph(say`This takes the plan back, its last step first.`), paragraph(comparedBack(origin))];
  return { id: 'way-back', title: say`Way back`, parts: [...head, ...stepsOf(steps)] };
}

function stepsOf(steps: readonly ReportedStep[]): Section['parts'] {
  return steps.length > 0 ? [{ kind: 'steps', steps }] : [];
}

function doing({ commands, only, identity }: Step): ReportedStep['body'] {
  const all = lines(commands);
  if (only === undefined) return [all];
  if (only.when === 'present') return [onlyWhere(identity), all];
  return only.otherwise.length === 0 ? [all] : [all, whereThere(identity), lines(only.otherwise)];
}

function undoing({ undo, only, identity }: Step): ReportedStep['body'] {
  if (undo.length === 0) return [NO_WAY_BACK];
  return only === undefined ? [lines(undo)] : [onlyWhere(identity), lines(undo)];
}

function lines(commands: readonly Command[]): Commands {
  return { commands: commands.map((command) => plainLine(render(command))) };
}
