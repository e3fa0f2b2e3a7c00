import type { Value } from '../../yaml/edit.ts';

/** An entry of a spec that is being written. */
export interface DraftEntry {
  readonly value: Readonly<Record<string, Value>>;
  /** What stands above it, a line each. */
  readonly comments: readonly string[];
}

/** What is known of a deployment, by the section of the spec it belongs to: `domains.allowed`. */
export type Draft = ReadonlyMap<string, readonly DraftEntry[]>;
