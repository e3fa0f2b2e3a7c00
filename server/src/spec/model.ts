import type { Range } from '../text/range.ts';
import type { Path } from '../yaml/tree.ts';
import type { FederationSpec } from './spec.generated.ts';

/** Where something of the spec stands: its value, its key if it has one, and its path. */
export interface Place {
  readonly at: Range;
  readonly keyAt: Range | undefined;
  readonly path: Path;
  /** Keys of a mapping whose values could not be read, or not all of a list: nothing follows from their absence. */
  readonly unread?: readonly string[];
  /** Set of a mapping that only changes what is there: what it does not say is not known, and no default. */
  readonly isPart?: true;
}

/** A single value with its place. */
export interface Leaf<T> extends Place {
  readonly value: T;
  /** Where the value stands letter by letter; absent where escapes or folding come between. */
  readonly verbatimAt: number | undefined;
}

/** A list with its place. */
export interface List<T> extends Place {
  readonly items: readonly Located<T>[];
}

/** A mapping with its place. Every key may be absent: the text may be half typed, and a wrong value counts as absent. */
export type Section<T> = Place & { readonly [K in keyof T]?: Located<NonNullable<T[K]>> };

/** The shape of the format with a place on everything. */
export type Located<T> = [T] extends [readonly (infer U)[]] ? List<U> : [T] extends [object] ? Section<T> : Leaf<T>;

/** A federation spec as read from its text: what is present is of the right type. */
export type Spec = Section<FederationSpec>;

/** The items of a list that may be absent. */
export function each<T>(list: List<T> | undefined): readonly Located<T>[] {
  return list?.items ?? [];
}

/** The place to point at for a thing: its key where it has one, else the thing itself. */
export function keyRange(place: Place): Range {
  return place.keyAt ?? place.at;
}
