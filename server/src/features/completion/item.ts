import type { Range } from '../../text/range.ts';

/** Something that can be typed at a place. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'name' | 'entry' | 'cmdlet' | 'parameter';
  /** The text it replaces. */
  readonly at: Range;
  /** TextMate snippet; further lines carry their whole indentation. */
  readonly insert: string;
  /** What the typed text is compared with, where it is not the label. */
  readonly filter?: string;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly docs?: string;
  readonly deprecated?: boolean;
}

/** A value that may stand somewhere, before it is put there. */
export interface Candidate {
  readonly value: string | number | boolean;
  readonly kind?: 'value' | 'name';
  readonly detail?: string;
  readonly docs?: string;
  readonly deprecated?: boolean;
}
