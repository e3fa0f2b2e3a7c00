import type { RecordNeed } from './catalog.generated.ts';

/** Whether anybody needs the record on the day `asOf` (`YYYY-MM-DD`). */
export function isNeeded({ neededFor }: { readonly neededFor: readonly RecordNeed[] }, asOf: string): boolean {
  return neededFor.some(({ notNeededFrom }) => notNeededFrom === undefined || asOf < notNeededFrom);
}

/** Whether nothing works without the record on the day `asOf` (`YYYY-MM-DD`), or it is only recommended. */
export function isMandatory(need: RecordNeed, asOf: string): boolean {
  return need.mandatoryFrom === undefined || asOf >= need.mandatoryFrom;
}
