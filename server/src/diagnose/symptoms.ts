import type { Cause, Source, Symptom } from '../catalog/catalog.generated.ts';
import { symptomReference } from '../catalog/symptoms.generated.ts';
import { groupedBy } from '../text/grouped.ts';

/** What was met: a code of a kind, and who wrote it where that is told. */
export interface Met {
  readonly kind: Symptom['kind'];
  readonly code: string;
  readonly writer?: string;
}

/** A symptom with its id in the catalog. */
export interface Known extends Symptom {
  readonly id: string;
}

/** A cause with its id in the catalog. */
export interface Reason extends Cause {
  readonly id: string;
}

/** All symptoms, in the order of the catalog. */
export const symptoms: readonly Known[] = Object.entries(symptomReference.symptoms).map(([id, one]) => ({
  id,
  ...one,
}));

/** The symptoms that something stands for: several where its writer is not told; where none has the very code, that of its range. */
export function symptomsOf(met: Met): readonly Known[] {
  const exact = (NAMED.get(keyOf(met)) ?? []).map(({ symptom }) => symptom).filter((one) => isBy(one, met.writer));
  if (exact.length > 0 || met.kind !== 'diagnostics') return exact;
  const number = Number(met.code);
  const range = RANGES.find(({ from, to }) => from <= number && number <= to);
  return range ? [range.symptom] : [];
}

/** The causes of a symptom, the most likely first. */
export function causesOf(symptom: Symptom): readonly Reason[] {
  return symptom.causes.flatMap(causeNamed);
}

/** A cause by its id; none where the catalog has none of that name. */
export function causeNamed(id: string): readonly Reason[] {
  const cause = symptomReference.causes[id];
  return cause ? [{ id, ...cause }] : [];
}

/** The documents behind a symptom. */
export function documentsOf(symptom: Symptom): readonly Source[] {
  return symptom.sources.flatMap((id) => symptomReference.sources[id] ?? []);
}

/** Whether it is one of those that a log or header of this writer can tell of. */
function isBy({ writers = [] }: Symptom, writer: string | undefined): boolean {
  if (writer === undefined || writers.length === 0) return true;
  const given = writer.toLowerCase();
  return writers.some((one) => given.includes(one.toLowerCase()));
}

/** By kind and name or code, in small letters. */
const NAMED = groupedBy(
  symptoms.flatMap((symptom) =>
    [symptom.code ?? symptom.id, ...(symptom.names ?? [])].map((name) => ({ name, symptom })),
  ),
  ({ name, symptom }) => keyOf({ kind: symptom.kind, code: name }),
);

/** Those that stand for many numbers, the narrow ones first. */
const RANGES = symptoms
  .flatMap((symptom) => {
    const [, from, to] = /^(\d+)-(\d+)$/.exec(symptom.code ?? '') ?? [];
    return from === undefined ? [] : [{ from: Number(from), to: Number(to), symptom }];
  })
  .toSorted((a, b) => a.to - a.from - (b.to - b.from));

function keyOf({ kind, code }: Met): string {
  return `${kind} ${code.toLowerCase()}`;
}
