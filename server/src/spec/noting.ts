import type { Fault } from './faults.ts';
import type { Spec } from './model.ts';

/** What is looked at: a spec, and what of it could not be read. */
export interface Ground {
  readonly spec: Spec;
  readonly faults: readonly Fault[];
}

/** What was looked at: a place by its way in the spec, or a question. */
export type Notes = ReadonlyMap<string, Asked | undefined>;

/** A question, and the answer that was given. */
export interface Asked {
  readonly answer: unknown;
  ask(ground: Ground): unknown;
}

/** Where the items stand that are new in a list. */
export type Stretch = readonly [from: number, to: number];

/** Who looks; and what is new in a list, where all else in it was looked at before. */
interface Observer {
  readonly notes: Map<string, Asked | undefined>;
  readonly newIn: ((list: string) => Stretch) | undefined;
}

let observer: Observer | undefined;

/** Notes that something was looked at, where somebody wants to know. */
export function note(what: string, asked?: Asked): void {
  observer?.notes.set(what, asked);
}

/** Notes that something was looked at of which nobody can say later that it is the same. */
export function noteForOnce(what: string): void {
  note(what, { answer: false, ask: () => true });
}

/** Notes all that something was made of, for who uses it again. */
export function noteAll(notes: Notes): void {
  for (const [what, asked] of notes) note(what, asked);
}

/** What is new in a list to who looks, where they have looked at the rest before. */
export function newIn(list: string): Stretch | undefined {
  return observer?.newIn?.(list);
}

/** What was made, and all that was looked at for it. */
export interface Noted<T> {
  readonly value: T;
  readonly notes: Notes;
}

/** Does something, and notes what it looks at: of lists whose items are looked at one by one, what is new in them. */
export function noting<T>(run: () => T, newOnes?: Observer['newIn']): Noted<T> {
  const notes = new Map<string, Asked | undefined>();
  return { value: observedBy({ notes, newIn: newOnes }, run), notes };
}

/** Does something of which nothing is noted. */
export function unnoted<T>(run: () => T): T {
  return observedBy(undefined, run);
}

function observedBy<T>(who: Observer | undefined, run: () => T): T {
  const outer = observer;
  observer = who;
  try {
    return run();
  } finally {
    observer = outer;
  }
}
