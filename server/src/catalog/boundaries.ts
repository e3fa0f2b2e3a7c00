import type { Catalog } from './catalog.generated.ts';
import { addDays, isDate } from './dates.ts';

/** The first days on which a fact of the catalog makes a difference, in order: all that a verdict can turn on. */
export function boundaries(catalog: Catalog): readonly string[] {
  const notice = catalog.limits['service-ending-notice'].value;
  const days = new Set<string>();
  const { sources: _, ...facts } = catalog;
  visit(facts, (key, date) => {
    if (FIRST_DAYS.has(key)) days.add(date);
    if (LAST_DAYS.has(key)) days.add(addDays(date, 1));
    if (key === 'lastDay') days.add(addDays(date, -notice));
  });
  return [...days].toSorted();
}

/** Keys that hold the first day of something, and those that hold its last one; see schemas/catalog.schema.json. */
const FIRST_DAYS: ReadonlySet<string> = new Set([
  'availableFrom',
  'date',
  'mandatoryFrom',
  'notSoldFrom',
  'since',
  'unsupportedFrom',
]);
const LAST_DAYS: ReadonlySet<string> = new Set(['extendedEnd', 'lastDay', 'mainstreamEnd', 'validUntil']);

function visit(value: unknown, found: (key: string, date: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    // A timeline tells a story; what decides stands beside it.
    if (key === 'timeline') continue;
    if (typeof child === 'string' && isDate(child)) found(key, child);
    else visit(child, found);
  }
}
