import type { SpecEdit } from '../edits/fix.ts';
import type { Message } from '../text/message.ts';
import type { Range } from '../text/range.ts';

/** Something that the world shows otherwise than the spec, or that the spec leaves open. */
export interface WorldDifference {
  readonly is: 'missing' | 'surplus' | 'changed';
  /** What kind of thing it is about: `SRV`, `A`, `CNAME`, `certificate`, `partner`. */
  readonly object: string;
  readonly identity: string;
  readonly setting?: string;
  readonly declared: Value | undefined;
  readonly live: Value | undefined;
  readonly at: Range;
  readonly message: Message;
  /** What makes the spec say what was seen. */
  readonly edits: readonly SpecEdit[];
  /** The spec speaks of it, so that it has moved away; else it is only more than the spec says. */
  readonly isDrift: boolean;
  /** The server that showed it, as checks name it. */
  readonly seenAt?: string;
  /** A file beside the spec says it, which no edit of the spec changes. */
  readonly isOfFile?: true;
}

export type Value = string | number | readonly string[];
