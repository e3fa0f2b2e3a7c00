import type { CmdletParameter, ShellProductId, ValueType } from './catalog.generated.ts';
import { cmdletReference } from './cmdlets.generated.ts';

/** How the value of a parameter is written. */
export interface ValueRule {
  readonly kind: ValueType['kind'];
  /** What it can be; of an `enum` also by its start or number, else in full only. */
  readonly values?: readonly string[];
  /** There are values that are not listed. */
  readonly open: boolean;
  readonly deprecated: readonly string[];
  readonly deprecatedFrom?: ShellProductId;
  /** Numbers stand for the values in their order, from 0; their order suggests it, no page says so. */
  readonly numbered: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  /** Form of a text: fqdn, domain, url, path, port ... */
  readonly format?: string;
  readonly pattern?: string;
  /** The ways to write an identity that the pages show; there may be others. */
  readonly forms?: readonly string[];
  /** How several values are written; undefined where there is one alone. */
  readonly list?: 'array' | 'comma-string' | 'list-modifier';
  /** `$null` clears it. */
  readonly nullable: boolean;
  /** The cmdlets whose output an `object` is. */
  readonly from?: readonly string[];
  /** The reference contradicts itself about its values: a finding is a hint at most. */
  readonly disputed: boolean;
}

const PORT_MAX = 65_535;

/** The rule for a value of the parameter: that of its type, narrowed by what its page says. */
export function valueRule({ type, ...about }: CmdletParameter): ValueRule {
  const { open, numbers, min, max, ...ofType } = cmdletReference.types[type] ?? { kind: 'any' };
  const lowest = about.min ?? min;
  const highest = about.max ?? (about.format === 'port' ? PORT_MAX : max);
  return {
    ...ofType,
    open: open === true || about.valuesOpen === true,
    deprecated: about.deprecatedValues ?? [],
    numbered: numbers === 'inferred',
    nullable: about.nullable === true,
    disputed: about.disputed?.includes('value') === true,
    ...(about.values && { values: about.values }),
    ...(about.deprecatedFrom && { deprecatedFrom: about.deprecatedFrom }),
    ...(lowest !== undefined && { min: lowest }),
    ...(highest !== undefined && { max: highest }),
    ...(about.unit && { unit: about.unit }),
    ...(about.format && { format: about.format }),
    ...(about.pattern && { pattern: about.pattern }),
    ...(about.forms && { forms: about.forms }),
    ...(about.list && { list: about.list }),
  };
}

/** What the shell makes of a text where one of several values is wanted. */
export type Choice =
  | { readonly match: 'exact' | 'prefix'; readonly value: string }
  /** `value`: what the number probably stands for. */
  | { readonly match: 'number'; readonly value: string | undefined }
  | { readonly match: 'ambiguous'; readonly values: readonly string[] }
  | { readonly match: 'unknown' };

/** Finds one of the values of a rule as PowerShell does: whatever the case; of an `enum` also by a start or by its number. */
export function choose({ kind, values = [], numbered }: ValueRule, written: string): Choice {
  const folded = written.trim().toLowerCase();
  const exact = values.find((value) => value.toLowerCase() === folded);
  if (exact !== undefined) return { match: 'exact', value: exact };
  if (kind !== 'enum' || folded === '') return { match: 'unknown' };
  if (/^[+-]?\d+$/.test(folded)) {
    return { match: 'number', value: numbered ? values[Number(folded)] : undefined };
  }
  const starting = values.filter((value) => value.toLowerCase().startsWith(folded));
  const [first, ...others] = starting;
  if (first === undefined) return { match: 'unknown' };
  return others.length === 0 ? { match: 'prefix', value: first } : { match: 'ambiguous', values: starting };
}
