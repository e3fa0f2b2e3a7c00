import type { Phase } from '../catalog/order.ts';
import type { Command } from '../cmdlets/command.ts';
import type { Message } from '../text/message.ts';
import type { Range } from '../text/range.ts';

/** One thing to do to one object. */
export interface Step {
  readonly action: 'add' | 'change' | 'remove' | 'replace';
  /** The noun of its cmdlets. */
  readonly object: string;
  readonly identity: string;
  readonly commands: readonly Command[];
  /** What takes it back, in order; empty where nobody knows what was there. */
  readonly undo: readonly Command[];
  readonly reason: Message;
  /** The place of the spec it comes from. */
  readonly at?: Range;
  readonly phase: Phase;
  /** Commands and undo depend on whether the object is there: for what is planned without a look at the server. */
  readonly only?: Only;
}

/** A condition that the script looks up when it runs. */
export interface Only {
  readonly when: 'present' | 'absent';
  /** What runs in the other case. */
  readonly otherwise: readonly Command[];
}

/** A step before it has its place among the others. */
export interface Draft extends Step {
  readonly rank: number;
}

/** A difference that no command of the server ends. */
export interface ByHand extends Note {
  /** The noun of its cmdlets. */
  readonly object: string;
  readonly identity: string;
}

/** A remark on a place of the spec. */
export interface Note {
  readonly message: Message;
  readonly at?: Range;
}
