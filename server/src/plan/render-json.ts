import { render } from '../cmdlets/command.ts';
import { textOf } from '../text/message.ts';
import { jsonOf } from '../text/visible.ts';
import type { Plan } from './plan.ts';
import type { Step } from './step.ts';
import type { Origin } from './summary.ts';
import { placeData } from './summary.ts';

/** The plan for programs, as text. */
export function renderJson(plan: Plan, origin: Origin): string {
  return `${jsonOf(planParts(plan, origin), 2)}\n`;
}

/** The plan for programs. */
export function planParts({ steps, byHand, notes }: Plan, origin: Origin) {
  const listed = steps.map((step) => stepData(step, origin));
  const left = byHand.map(({ object, identity, message, at }) => ({
    object,
    identity,
    reason: textOf(message, origin.bundle),
    ...placeData(at, origin),
  }));
  const told = notes.map(({ message, at }) => ({
    message: textOf(message, origin.bundle),
    ...placeData(at, origin),
  }));
  return { version: 1, steps: listed, byHand: left, notes: told };
}

/** A step for programs. A replacement is a change of two commands. */
export function stepData({ action, object, identity, commands, reason, at }: Step, origin: Origin) {
  return {
    action: action === 'replace' ? ('change' as const) : action,
    object,
    identity,
    commands: commands.map(render),
    reason: textOf(reason, origin.bundle),
    ...placeData(at, origin),
  };
}
