import type { LineTable } from '../text/lines.ts';
import { type Bundle, type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { countsOf, type Plan } from './plan.ts';
import type { Note } from './step.ts';

/** Where a plan comes from. */
export interface Origin {
  /** The spec, as reports show it. */
  readonly path: string;
  readonly lines: LineTable;
  /** When the capture was made that the plan compares with, as it says; absent where there is none, or it does not say. */
  readonly captured?: string;
  /** Whether the plan compares with a capture. */
  readonly compared: boolean;
  /** The texts in which it is told. */
  readonly bundle: Bundle;
}

/** `2 to add, 1 to change, 1 to remove`. */
export function summaryOf(plan: Plan): Message {
  if (plan.steps.length === 0)
    return plan.byHand.length === 0 ? say`Nothing to change` : say`Nothing that a command changes`;
  const { add, change, remove } = countsOf(plan);
  return say`${add} to add, ${change} to change, ${remove} to remove`;
}

/** What is worth reading before the steps: what they do not do, and what is not known. */
export function remarksOf({ byHand, notes }: Plan): readonly Note[] {
  return [...byHand, ...notes];
}

/** The line a place is on, counted from one. */
export function lineOf(at: Range | undefined, { lines }: Origin): number | undefined {
  return at && lines.lineAt(at.start) + 1;
}

/** `contoso.lync.yaml:12`. */
export function fileAndLine(at: Range | undefined, origin: Origin): string {
  const line = lineOf(at, origin);
  return line === undefined ? origin.path : `${origin.path}:${line}`;
}
