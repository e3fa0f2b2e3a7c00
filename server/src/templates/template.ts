import type { Message } from '../text/message.ts';

/** A whole spec to begin with. */
export interface Template {
  /** As people type it. */
  readonly name: string;
  readonly title: Message;
  /** What stands in it. */
  readonly summary: Message;
  /** The spec, with the names of `EXAMPLES`. */
  readonly text: string;
}
