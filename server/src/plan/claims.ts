import { hostKey } from '../text/host.ts';
import { kindOf } from './kinds.ts';
import type { ServerObject } from './state.ts';

/**
 * What only one object can have at a time, also where their nouns differ: the name and the proxy of a provider, a domain of
 * the allow and block lists. As keys that are equal where two objects want the same.
 */
export function claimsOf({ noun, identity, values }: ServerObject): readonly string[] {
  const constraints = kindOf(noun)?.make?.constraints ?? [];
  return constraints.flatMap((one) => {
    if (one.kind !== 'unique') return [];
    const value = NAMING.has(one.property) ? identity : values[one.property];
    return typeof value === 'string' ? [`${one.property} ${one.across.join(' ')} ${hostKey(value)}`] : [];
  });
}

const NAMING: ReadonlySet<string> = new Set(['Identity', 'Domain']);
