import { render } from '../cmdlets/command.ts';
import { type Bundle, type Message, textOf } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { plainLine } from '../text/visible.ts';
import type { Plan } from './plan.ts';
import type { Note, Step } from './step.ts';
import { fileAndLine, type Origin, onlyWhere, remarksOf, summaryOf, whereThere } from './summary.ts';

/** A line of a plan as people read it. */
export interface PlanLine {
  readonly text: string;
  /** Where in the line the spec is named, and which place of it is meant. */
  readonly names?: { readonly start: number; readonly end: number; readonly at: Range };
}

/** The plan for people: what becomes of how many objects, then each step with its reason and the line it comes from. */
export function renderText(plan: Plan, origin: Origin): string {
  return textOfLines(planLines(plan, origin));
}

/** The same, line by line. */
export function planLines(plan: Plan, origin: Origin): readonly PlanLine[] {
  return blocks([
    [lineOf(summaryOf(plan), origin.bundle)],
    remarksOf(plan).map((note) => remark(note, origin)),
    ...plan.steps.map((step) => block(step, origin)),
  ]);
}

/** Blocks of lines with an empty line between them. */
export function blocks(all: readonly (readonly PlanLine[])[]): readonly PlanLine[] {
  return all.filter((lines) => lines.length > 0).flatMap((lines, i) => (i === 0 ? lines : [{ text: '' }, ...lines]));
}

/** Lines as one text. */
function textOfLines(lines: readonly PlanLine[]): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

/** A sentence as a line. */
export function lineOf(message: Message, bundle: Bundle): PlanLine {
  return { text: plainLine(textOf(message, bundle)) };
}

/** What is worth reading before the steps. */
export function remark({ message, at }: Note, origin: Origin): PlanLine {
  return placed(['! ', `: ${textOf(message, origin.bundle)}`], at, origin);
}

const MARKS: Readonly<Record<Step['action'], string>> = { add: '+', change: '~', remove: '-', replace: '-/+' };

/** A step, line by line. */
export function block(step: Step, origin: Origin): readonly PlanLine[] {
  const { action, object, identity, commands, reason, at } = step;
  const below = [
    `  ${textOf(reason, origin.bundle)}`,
    ...commands.map((command) => `    ${render(command)}`),
    ...otherwise(step, origin.bundle),
  ];
  return [
    placed([`${MARKS[action]} ${object} ${identity} (`, ')'], at, origin),
    ...below.map((text) => ({ text: plainLine(text) })),
  ];
}

/** A line that names a place of the spec between two texts. */
function placed([before, behind]: readonly [string, string], at: Range | undefined, origin: Origin): PlanLine {
  const name = fileAndLine(at, origin);
  // Each sign that is made visible is as long as it was.
  const text = plainLine(before + name + behind);
  return { text, ...(at && { names: { start: before.length, end: before.length + name.length, at } }) };
}

/** What runs where the object is, or is not, there. */
function otherwise({ only, identity }: Step, bundle: Bundle): readonly string[] {
  if (only === undefined) return [];
  if (only.when === 'present') return [`  ${textOf(onlyWhere(identity), bundle)}`];
  if (only.otherwise.length === 0) return [];
  return [`  ${textOf(whereThere(identity), bundle)}`, ...only.otherwise.map((one) => `    ${render(one)}`)];
}
