import { cmdlet } from '../catalog/cmdlets.ts';
import type { Phase } from '../catalog/order.ts';
import { type Command, render } from '../cmdlets/command.ts';
import { type Bundle, type Message, say, textOf } from '../text/message.ts';
import { plainLine } from '../text/visible.ts';
import { type Plan, stepsBack } from './plan.ts';
import type { Step } from './step.ts';
import {
  compared,
  comparedBack,
  fileAndLine,
  headOf,
  NO_WAY_BACK,
  type Origin,
  remarksOf,
  summaryOf,
} from './summary.ts';

/** The plan as a script for Windows PowerShell 5.1, which reads a file without a byte order mark as ANSI. */
export function renderScript(plan: Plan, origin: Origin): string {
  const inWords = (message: Message) => textOf(message, origin.bundle);
  const head = [
    inWords(say`Federation plan of ${origin.path}: ${summaryOf(plan)}.`),
    inWords(compared(origin)),
    ...remarksOf(plan).map(({ message, at }) => `${fileAndLine(at, origin)}: ${inWords(message)}`),
  ];
  const steps = plan.steps.map((step, i) => block(step, { number: i + 1, of: plan.steps.length, origin }));
  const phases = plan.steps.map(({ phase }, i) => (phase === plan.steps[i - 1]?.phase ? undefined : PHASES[phase]));
  return script(
    head,
    origin.bundle,
    steps.flatMap((lines, i) => {
      const title = phases[i];
      return title === undefined ? [lines] : [[`# ==== ${inWords(title)} ====`], lines];
    }),
  );
}

/** The script that takes the plan back, last step first. */
export function renderRollback(plan: Plan, origin: Origin): string {
  const inWords = (message: Message) => textOf(message, origin.bundle);
  const head = [
    inWords(say`Takes back the federation plan of ${origin.path}, last step first.`),
    inWords(comparedBack(origin)),
  ];
  const back = stepsBack(plan).map((step): readonly string[] => {
    const title = comment(inWords(headOf(step, origin)));
    if (step.undo.length > 0) return [title, ...guarded({ ...step, commands: step.undo }, 'present')];
    return [title, comment(inWords(NO_WAY_BACK))];
  });
  return script(head, origin.bundle, back);
}

const PHASES: Readonly<Record<Phase, Message>> = {
  close: say`What closes, from the outside in`,
  between: say`What neither opens nor closes`,
  open: say`What opens, from the inside out`,
};

const BOM = '\ufeff';

function script(head: readonly string[], bundle: Bundle, blocks: readonly (readonly string[])[]): string {
  const start = [
    '#requires -Version 3.0',
    ...head.map(comment),
    comment(
      textOf(
        say`Run it in the Management Shell, first with -WhatIf. It stops at the first command that fails.`,
        bundle,
      ),
    ),
    '[CmdletBinding(SupportsShouldProcess)] param()',
    '',
    "$ErrorActionPreference = 'Stop'",
  ];
  const lines = [...start, ...blocks.flatMap((block) => ['', ...block])];
  return `${BOM}${lines.join('\r\n')}\r\n`;
}

interface Numbered {
  readonly number: number;
  readonly of: number;
  readonly origin: Origin;
}

function block(step: Step, { number, of, origin }: Numbered): readonly string[] {
  const inWords = (message: Message) => textOf(message, origin.bundle);
  return [
    comment(`${number}/${of}: ${inWords(headOf(step, origin))}`),
    comment(inWords(step.reason)),
    ...guarded(step, step.only?.when),
  ];
}

/** The commands of a step under the condition it needs: the object's presence, or a module that not every shell has. */
function guarded(
  step: Pick<Step, 'commands' | 'only' | 'object' | 'identity'>,
  when: 'present' | 'absent' | undefined,
) {
  const { commands, only, object, identity } = step;
  const lines = commands.map(line);
  const online = commands.find((command) => cmdlet(command.cmdlet)?.online);
  if (online !== undefined) {
    const missing = `Write-Warning '${online.cmdlet} is missing: connect to Microsoft 365 and run this step again.'`;
    const look = `Get-Command -Name ${online.cmdlet} -ErrorAction SilentlyContinue`;
    return ifElse(look, lines, [missing]);
  }
  if (only === undefined || when === undefined) return lines;
  const look = `${render({ cmdlet: `Get-${object}`, parameters: { Identity: identity } })} -ErrorAction SilentlyContinue`;
  if (when === 'present') return ifElse(look, lines, []);
  return ifElse(`-not (${look})`, lines, only.otherwise.map(line));
}

function ifElse(condition: string, lines: readonly string[], otherwise: readonly string[]): readonly string[] {
  const indented = (all: readonly string[]) => all.map((one) => `    ${one}`);
  const rest = otherwise.length > 0 ? ['else {', ...indented(otherwise), '}'] : [];
  return [`if (${condition}) {`, ...indented(lines), '}', ...rest];
}

/** A cmdlet imported from a remote session knows nothing of the script's own preference, so it is handed on. */
function line(command: Command): string {
  const takesWhatIf = cmdlet(command.cmdlet)?.shared.WhatIf !== undefined;
  return `${render(command)}${takesWhatIf ? ' -WhatIf:$WhatIfPreference' : ''}`;
}

function comment(text: string): string {
  return `# ${plainLine(text)}`;
}
