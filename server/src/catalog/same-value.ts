import { hostKey } from '../text/host.ts';
import type { ValueRule } from './value-rules.ts';

/** Whether two values of a parameter are the same to the server: lists in any order, names in any case. */
export function sameValue(rule: ValueRule, a: unknown, b: unknown): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    const [one, other] = [a, b].map((list) => new Set([list].flat().map((item) => hostKey(String(item).trim()))));
    return one !== undefined && other?.size === one.size && [...one].every((item) => other.has(item));
  }
  if (typeof a !== 'string' || typeof b !== 'string') return a === b;
  if (rule.format === 'fqdn' || rule.format === 'domain') return hostKey(a) === hostKey(b);
  const isName = rule.kind !== 'text' || rule.values !== undefined || rule.format === 'url';
  return isName ? a.toLowerCase() === b.toLowerCase() : a.trim() === b.trim();
}
