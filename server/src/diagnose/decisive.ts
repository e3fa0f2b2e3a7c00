import { causesOf, type Known, type Met, type Reason, symptomsOf } from './symptoms.ts';
import { trust } from './trust.ts';

/** What a failure comes down to. */
export interface Decided {
  readonly symptom: Known;
  /** The code as it was written, where the symptom is that of a range. */
  readonly code: string | undefined;
  /** The other symptoms that were told beside it. */
  readonly beside: readonly Known[];
  /** Its causes, the most likely first: those that the others have in common with it stand in front. */
  readonly causes: readonly Reason[];
}

/** Of several codes of one failure, the most trustworthy that says why; what no document confirms decides nothing. */
export function decisive(codes: readonly Met[]): Decided | undefined {
  const ranked = codes.toSorted((a, b) => trust(a) - trust(b));
  const known = ranked.flatMap((met) => symptomsOf(met).map((symptom) => ({ symptom, met })));
  const told = known.filter(({ symptom }) => symptom.verified !== false && symptom.causes.length > 0);
  const telling = told.filter(({ symptom }) => !symptom.causes.some((id) => REFERRING.has(id)));
  const chosen = telling[0] ?? told[0] ?? known[0];
  if (chosen === undefined) return undefined;
  const { symptom, met } = chosen;
  const beside = [...new Set(known.map((one) => one.symptom))].filter(({ id }) => id !== symptom.id);
  const shared = new Set(
    beside.filter(({ kind, verified }) => kind === 'result' && verified !== false).flatMap(({ causes }) => causes),
  );
  const causes = symptom.verified === false ? [] : causesOf(symptom);
  return {
    symptom,
    code: symptom.code?.includes('-') ? met.code : undefined,
    beside,
    causes: [...causes.filter(({ id }) => shared.has(id)), ...causes.filter(({ id }) => !shared.has(id))],
  };
}

/** Causes that only say that another code tells more. */
const REFERRING: ReadonlySet<string> = new Set(['answer-without-diagnostics', 'second-header', 'harmless']);
