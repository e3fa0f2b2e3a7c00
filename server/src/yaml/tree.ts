import { derived } from '../text/derived.ts';
import { firstOfEach } from '../text/grouped.ts';
import type { Range } from '../text/range.ts';

/** What a YAML document says, with places. Aliases are replaced by what they stand for, at the place of the alias. */
export type Node = Scalar | Mapping | Sequence;

export type ScalarValue = string | number | boolean | null;

/** A single value. */
export interface Scalar {
  readonly kind: 'scalar';
  readonly value: ScalarValue;
  readonly style: 'plain' | 'single' | 'double' | 'block';
  readonly at: Range;
  /** Where the value stands letter by letter; absent where escapes or folding come between. */
  readonly verbatimAt?: number;
  readonly alias?: true;
}

/** Keys with values. */
export interface Mapping {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
  readonly flow: boolean;
  readonly at: Range;
  readonly alias?: true;
  /** It changes what is there, which has more to it than stands here. */
  readonly isPart?: true;
}

/** One key with its value; a key alone has the value `null` at an empty place behind it. */
export interface Entry {
  readonly key: Key;
  readonly value: Node;
}

/** A key is text, however it is written: `1`, `"1"` and `*anchor` of it are the same one. */
export interface Key extends Scalar {
  readonly value: string;
}

/** A list. */
export interface Sequence {
  readonly kind: 'sequence';
  readonly items: readonly Node[];
  readonly flow: boolean;
  readonly at: Range;
  readonly alias?: true;
}

/** The way from the root to a node: keys and indexes. */
export type Path = readonly (string | number)[];

/** The entries of a mapping that count: of keys written twice, the first. All that looks keys up does so by this rule. */
export function counted({ entries }: Mapping): readonly Entry[] {
  return firstOfEach(entries, ({ key }) => key.value);
}

/** The entry of a mapping by name: the one that counts. */
export function entryOf(node: Node | undefined, key: string): Entry | undefined {
  if (node?.kind !== 'mapping') return undefined;
  if (node.entries.length < MANY) return node.entries.find((entry) => entry.key.value === key);
  return indexOf(node).get(key);
}

/** Entries from which on a mapping has an index; a node never changes. */
const MANY = 20;
const indexOf = derived((node: Mapping) => new Map(counted(node).map((entry) => [entry.key.value, entry])));

/** Whether there is an alias in a node. */
export function hasAlias(node: Node): boolean {
  if (node.alias) return true;
  if (node.kind === 'mapping') return node.entries.some(({ key, value }) => hasAlias(key) || hasAlias(value));
  return node.kind === 'sequence' && node.items.some(hasAlias);
}

/** The document as plain data. */
export function toData(node: Node | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(toData);
  const data: Record<string, unknown> = Object.create(null);
  for (const { key, value } of counted(node)) data[key.value] = toData(value);
  return data;
}
