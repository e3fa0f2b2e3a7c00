import { OPEN } from '../../catalog/tenant.ts';
import type { CommandValue } from '../../cmdlets/command.ts';
import { type FoundValue, isListed, isProperties } from './found.ts';

/**
 * Which domains a tenant allows by what a capture shows of it: `OPEN`, or a list, which is empty where nobody is allowed.
 * Undefined where that cannot be told. An object without a list in it is the open one; `{}` is what JSON makes of it.
 */
export function readOpenness(raw: FoundValue): CommandValue | undefined {
  if (raw === null || typeof raw === 'string') return readText(raw ?? '');
  if (typeof raw !== 'object') return undefined;
  if (isListed(raw)) return readItems(raw);
  const parts = new Map(Object.entries(raw).map(([name, value]) => [name.toLowerCase(), value]));
  const list = parts.get('alloweddomain');
  if (list !== undefined) return readOpenness(list);
  const isOpen = parts.size === 0 || isOpenText(JSON.stringify(raw));
  return isOpen ? OPEN : readItems([raw]);
}

function readText(raw: string): CommandValue | undefined {
  const text = raw.trim().replace(/^\{(.*)\}$/s, '$1');
  return isOpenText(text) ? OPEN : readItems(text.split(/[,;\s]+/).filter((item) => item !== ''));
}

function readItems(items: readonly FoundValue[]): CommandValue | undefined {
  const domains = items.map(domainOf);
  if (domains.includes(OPEN)) return domains.length === 1 ? OPEN : undefined;
  const known = domains.flatMap((domain) => domain ?? []);
  return known.length === domains.length ? known : undefined;
}

/** One of a list: `fabrikam.com`, `Domain=fabrikam.com`, or an object with that property. */
function domainOf(item: FoundValue): string | undefined {
  if (isProperties(item)) {
    const [, domain] = Object.entries(item).find(([name]) => name.toLowerCase() === 'domain') ?? [];
    return domain === undefined ? undefined : domainOf(domain);
  }
  if (typeof item !== 'string') return undefined;
  const text = item.trim().replace(/^Domain=/i, '');
  if (isOpenText(text)) return OPEN;
  return DOMAIN.test(text) && !/^(?:System|Microsoft)\./.test(text) ? text : undefined;
}

/** The word, the name of its type, or the element that it is in XML. */
function isOpenText(text: string): boolean {
  return new RegExp(`(?<![a-z])${OPEN}\\b`, 'i').test(text);
}

const DOMAIN =
  /^[\p{L}\p{N}_*](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?(?:\.[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?)*\.?$/u;
