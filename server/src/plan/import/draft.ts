import type { Value } from '../../yaml/edit.ts';
import type { Origin } from './found.ts';
import type { Remark } from './remark.ts';

/** An entry of a spec that is being written. */
export interface DraftEntry {
  readonly value: Readonly<Record<string, Value>>;
  /** What stands above it, a line each. */
  readonly comments: readonly Remark[];
  readonly origins: Origins;
  /** Keys that it lacks because nobody was shown them, or not in a way that can be read. */
  readonly unknown?: readonly string[];
}

/** Where what an entry says was found, by the way to it within the entry: `port`, `addresses.1`; the entry itself is ``. */
export type Origins = ReadonlyMap<string, Origin>;

/** What is known of a deployment, by the section of the spec it belongs to: `domains.allowed`. */
export type Draft = ReadonlyMap<string, readonly DraftEntry[]>;
