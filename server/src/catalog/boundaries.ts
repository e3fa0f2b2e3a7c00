import type { Catalog } from './catalog.generated.ts';
import { addDays, isDate } from './dates.ts';

/** The first days on which a fact of the catalog makes a difference, in order: all that a verdict can turn on. */
export function boundaries(catalog: Catalog): readonly string[] {
  return [...new Set(boundariesByFact(catalog).map(({ day }) => day))].toSorted();
}

/** A day on which a fact begins to make a difference. */
export interface Boundary {
  readonly day: string;
  /** The entry that holds the date, and the key it stands under: `providers.aol` and `lastDay`. */
  readonly fact: string;
  readonly key: string;
}

/** Every boundary with the entry it comes from, in the order of the catalog. */
export function boundariesByFact(catalog: Catalog): readonly Boundary[] {
  const notice = catalog.limits['service-ending-notice'].value;
  const { sources: _, ...sections } = catalog;
  const found: Boundary[] = [];
  for (const [section, entries] of Object.entries(sections)) {
    for (const [id, entry] of Object.entries(entries)) {
      const fact = `${section}.${id}`;
      visit(entry, (key, date) => {
        if (FIRST_DAYS.has(key)) found.push({ day: date, fact, key });
        if (LAST_DAYS.has(key)) found.push({ day: addDays(date, 1), fact, key });
        if (key === 'lastDay') found.push({ day: addDays(date, -notice), fact, key });
      });
    }
  }
  return found;
}

/** Keys that hold the first day of something, and those that hold its last one: those that decide, not those only told. */
const FIRST_DAYS: ReadonlySet<string> = new Set([
  'availableFrom',
  'before',
  'closedToNewDomains',
  'date',
  'from',
  'mandatoryFrom',
  'notNeededFrom',
  'notSoldFrom',
  'publicImUnsupportedFrom',
  'since',
]);
const LAST_DAYS: ReadonlySet<string> = new Set([
  'extendedEnd',
  'lastDay',
  'paidUpdatesUntil',
  'unconfirmedLastDay',
  'validUntil',
]);

function visit(value: unknown, found: (key: string, date: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    // A timeline tells a story; what decides stands beside it.
    if (key === 'timeline') continue;
    if (typeof child === 'string' && isDate(child)) found(key, child);
    else visit(child, found);
  }
}
