import { type Analysis, analyze, type Options, type Problem } from '../analyze.ts';
import { boundaries } from '../catalog/boundaries.ts';
import { catalog as facts } from '../catalog/catalog.generated.ts';
import { addDays, isDate } from '../catalog/dates.ts';

/** A day on which the verdict on a spec is another than on the day before. */
export interface Turn {
  readonly date: string;
  /** What is wrong from this day on, and was not, or not so badly. */
  readonly begins: readonly Problem[];
  /** What is no longer said from this day on. */
  readonly ends: readonly Problem[];
}

/** The days on which the verdict on a spec changes, in order: the engine is asked on each day that could matter. */
export function timeline(text: string, options: Options): readonly Turn[] {
  const { catalog = facts } = options;
  const first = analyze(text, { ...options, judgedAs: BEGINNING });
  const turns: Turn[] = [];
  let before: Analysis = first;
  for (const date of new Set([...boundaries(catalog), ...daysOf(first)].toSorted())) {
    const after = analyze(text, { ...options, judgedAs: date }, before);
    const begins = without(after.problems, before.problems);
    const ends = without(before.problems, after.problems).filter(
      ({ rule, at }) => !begins.some((one) => one.rule === rule && one.at.start === at.start),
    );
    if (begins.length + ends.length > 0) turns.push({ date, begins, ends });
    before = after;
  }
  return turns;
}

/** Before anything of the catalog happened. */
const BEGINNING = '1990-01-01';

/** The spec's own dates, and the days after them: a licence runs out, a certificate expires. */
function daysOf({ text }: Analysis): readonly string[] {
  const dates = [...text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].map(([date]) => date).filter(isDate);
  return dates.flatMap((date) => [date, addDays(date, 1)]);
}

function without(problems: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  const known = new Set(others.map(identity));
  return problems.filter((problem) => !known.has(identity(problem)));
}

/** What makes a finding the same from one day to the next; its words may name the day. */
function identity({ rule, at, severity, message }: Problem): string {
  return `${rule} ${at.start} ${severity} ${message.template}`;
}
