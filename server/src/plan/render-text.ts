import { render } from '../cmdlets/command.ts';
import { say, textOf } from '../text/message.ts';
import { plainLine } from '../text/visible.ts';
import type { Plan } from './plan.ts';
import type { Step } from './step.ts';
import { fileAndLine, type Origin, remarksOf, summaryOf } from './summary.ts';

/** The plan for people: what becomes of how many objects, then each step with its reason and the line it comes from. */
export function renderText(plan: Plan, origin: Origin): string {
  const notes = remarksOf(plan).map(({ message, at }) => `! ${fileAndLine(at, origin)}: ${textOf(message)}`);
  const blocks = [
    [textOf(summaryOf(plan))],
    ...(notes.length > 0 ? [notes] : []),
    ...plan.steps.map((step) => block(step, origin)),
  ];
  return blocks.map((lines) => lines.map((line) => `${plainLine(line)}\n`).join('')).join('\n');
}

const MARKS: Readonly<Record<Step['action'], string>> = { add: '+', change: '~', remove: '-', replace: '-/+' };

function block(step: Step, origin: Origin): readonly string[] {
  const { action, object, identity, commands, reason, at } = step;
  return [
    `${MARKS[action]} ${object} ${identity} (${fileAndLine(at, origin)})`,
    `  ${textOf(reason)}`,
    ...commands.map((command) => `    ${render(command)}`),
    ...otherwise(step),
  ];
}

/** What runs where the object is, or is not, there. */
function otherwise({ only, identity }: Step): readonly string[] {
  if (only === undefined) return [];
  if (only.when === 'present') return [`  ${textOf(say`Only where ${identity} is there.`)}`];
  if (only.otherwise.length === 0) return [];
  return [
    `  ${textOf(say`Where ${identity} is there already:`)}`,
    ...only.otherwise.map((one) => `    ${render(one)}`),
  ];
}
