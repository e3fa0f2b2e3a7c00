import { type Placing, pointTo } from '../spec/placed.ts';
import { type Bundle, type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { countsOf, type Plan } from './plan.ts';
import type { Note, Step } from './step.ts';

/** Where a plan comes from. */
export interface Origin extends Placing {
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

/** A line for programs. */
export function placeData(at: Range | undefined, origin: Placing): { readonly file?: string; readonly line: number } {
  if (at === undefined) return { line: 1 };
  const { file, line } = pointTo(at, origin);
  return { ...(file !== undefined && { file }), line };
}

/** `contoso.lync.yaml:12`. */
export function fileAndLine(at: Range | undefined, origin: Placing): string {
  if (at === undefined) return origin.path;
  const { file = origin.path, line } = pointTo(at, origin);
  return `${file}:${line}`;
}

/** What is done to which object, and where the spec says so. */
export function headOf({ action, object, identity, at }: Step, origin: Origin): Message {
  const [what, place] = [`${object} ${identity}`, fileAndLine(at, origin)];
  switch (action) {
    case 'add':
      return say`add ${what} (${place})`;
    case 'change':
      return say`change ${what} (${place})`;
    case 'remove':
      return say`remove ${what} (${place})`;
    case 'replace':
      return say`replace ${what} (${place})`;
  }
}

/** With what a plan was compared. */
export function compared({ compared: isCompared, captured }: Origin): Message {
  if (!isCompared)
    return say`Made without a look at the server: it can be run again, and leaves alone what is there already.`;
  return captured === undefined
    ? say`Compared with a capture of the server.`
    : say`Compared with what the server held at ${captured}.`;
}

/** The same for the way back. */
export function comparedBack(origin: Origin): Message {
  return origin.compared
    ? compared(origin)
    : say`Nobody looked at the server before the plan: this removes also what was there already. Plan with a capture to know better.`;
}

/** What is said of a step that has no way back. */
export const NO_WAY_BACK: Message = say`Nothing is known to go back to.`;

/** What is said of commands that run only where an object is there. */
export function onlyWhere(identity: string): Message {
  return say`Only where ${identity} is there.`;
}

/** What is said of commands that run instead of others where an object is there. */
export function whereThere(identity: string): Message {
  return say`Where ${identity} is there already:`;
}
