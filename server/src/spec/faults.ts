import type { Range } from '../text/range.ts';
import type { YamlFault } from '../yaml/parse.ts';
import type { Path, ScalarValue } from '../yaml/tree.ts';
import type { Extension } from './extended.ts';

/** What keeps a part of the text from being read as format 1; the rules of the schema family put it into words. */
export type Fault = YamlFault | SchemaFault | Untold | Extension;

/** What the text does not say because its source did not show it: it may be there all the same. */
export interface Untold {
  readonly kind: 'untold';
  /** A section or a key; that of each item of a list has `EACH` in place of a number. */
  readonly path: Path;
}

/** Whether a fault stands for a stretch of the text that was not looked at. */
export function isUnread(fault: Fault): boolean {
  return fault.kind === 'syntax' && fault.code === 'UNREAD';
}

/** Whether a text says nothing yet, and is not wrong otherwise: comments may stand in it. */
export function isEmpty(faults: readonly Fault[]): boolean {
  const [first, ...others] = faults;
  return first?.kind === 'syntax' && first.code === 'EMPTY' && others.length === 0;
}

/** Stands for any number in a path. */
export const EACH = '*';

/** What the schema of a format finds. */
export type SchemaFault = UnknownKey | MissingKey | WrongType | UnknownValue;

export interface UnknownKey {
  readonly kind: 'unknown-key';
  readonly at: Range;
  readonly path: Path;
  readonly key: string;
  /** The key that was most likely meant: one that the mapping could have and has not. */
  readonly meant: string | undefined;
  /** The places of the format that have what the key is called, the likeliest first; an item of a list is `EACH` there. */
  readonly belongs: readonly Path[];
}

export interface MissingKey {
  readonly kind: 'missing-key';
  readonly at: Range;
  /** Of the mapping that lacks the key. */
  readonly path: Path;
  readonly key: string;
}

export interface WrongType {
  readonly kind: 'wrong-type';
  readonly at: Range;
  readonly path: Path;
  readonly expected: readonly JsonType[];
  /** The value as written, or nothing where a collection stands. */
  readonly value: ScalarValue | undefined;
}

export interface UnknownValue {
  readonly kind: 'unknown-value';
  readonly at: Range;
  readonly path: Path;
  readonly value: ScalarValue | undefined;
  readonly want: Want;
}

/** What the schema wants of a value: one of a list, a form in words, or bounds. */
export type Want =
  | { readonly oneOf: readonly (string | number | boolean)[] }
  | { readonly form: string }
  | { readonly bound: 'least' | 'most'; readonly limit: number; readonly of: 'value' | 'length' | 'items' };

export type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';
