import type { Range } from '../text/range.ts';
import type { Fault } from './faults.ts';
import type { Spec } from './model.ts';

/** What is looked at: a spec, and what of it could not be read. */
export interface Ground {
  readonly spec: Spec;
  readonly faults: readonly Fault[];
}

/** What was looked at. */
export interface Notes {
  /** Places by their ways in the spec, and questions. */
  readonly said: ReadonlyMap<string, Asked | undefined>;
  /** Where text was read. */
  readonly read: readonly Range[];
  /** From where to where sections and lists reach, by their ways. */
  readonly reach: ReadonlyMap<string, Range>;
}

/** A question, and the answer that was given. */
export interface Asked {
  readonly answer: unknown;
  /** The answer is an item of a list, and the step to it. */
  readonly isItem?: true;
  ask(ground: Ground): unknown;
}

/** Where the items stand that are new in a list. */
export type Stretch = readonly [from: number, to: number];

/** Who looks; and what is new in a list, where all else in it was looked at before. */
interface Observer {
  readonly notes: {
    readonly said: Map<string, Asked | undefined>;
    readonly read: Range[];
    readonly reach: Map<string, Range>;
  };
  readonly newIn: ((list: string) => Stretch) | undefined;
}

let observer: Observer | undefined;

/** Notes that something was looked at, where somebody wants to know. */
export function note(what: string, asked?: Asked): void {
  observer?.notes.said.set(what, asked);
}

/** Notes that the text was read from here to there. */
export function noteText(at: Range): void {
  observer?.notes.read.push(at);
}

/** Notes that somebody looked how far a section reaches. */
export function noteReach(way: string, at: Range): void {
  observer?.notes.reach.set(way, at);
}

/** Notes that something was looked at of which nobody can say later that it is the same. */
export function noteForOnce(what: string): void {
  note(what, { answer: false, ask: () => true });
}

/** Notes all that something was made of, for who uses it again. */
export function noteAll(notes: Notes): void {
  for (const [what, asked] of notes.said) note(what, asked);
  for (const at of notes.read) noteText(at);
  for (const [way, at] of notes.reach) noteReach(way, at);
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
  const notes: Observer['notes'] = { said: new Map(), read: [], reach: new Map() };
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
