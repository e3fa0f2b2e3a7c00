import { type Analysis, judge, type Options } from '../analyze.ts';
import { boundaries } from '../catalog/boundaries.ts';
import { type Catalog, catalog as facts } from '../catalog/catalog.generated.ts';
import { addDays, isDate } from '../catalog/dates.ts';
import type { Problem } from '../problem.ts';
import type { Source } from '../spec/read.ts';
import { type Message, say } from '../text/message.ts';

/** A day on which the verdict on a spec is another than on the day before. */
export interface Turn {
  readonly date: string;
  /** What is wrong from this day on, and was not, or not so badly. */
  readonly begins: readonly Problem[];
  /** What is no longer said from this day on. */
  readonly ends: readonly Problem[];
}

/**
 * The days after a day on which the verdict on a spec changes, in order: the engine is asked on each day that could matter. Lazy,
 * so that who wants the next one only pays for no more.
 */
export function* timeline(source: Source, asked: Options, after = BEGINNING): Iterable<Turn> {
  for (const { turn } of judgedDays(source, asked, after)) if (turn) yield turn;
}

/** A day that could matter, with the whole verdict on it. */
export interface JudgedDay {
  readonly analysis: Analysis;
  /** What is another since the day before; nothing on most days, and on the first one. */
  readonly turn: Turn | undefined;
}

/** A day, and all those after it that could matter, in order; each is judged when it is asked for. */
export function* judgedDays(source: Source, asked: Options, first = BEGINNING): Iterable<JudgedDay> {
  // What is told of one day and not of another would be a turn.
  const options = { ...asked, most: Number.POSITIVE_INFINITY };
  let before = judge(source, { ...options, judgedAs: first });
  yield { analysis: before, turn: undefined };
  const catalog = options.catalog ?? facts;
  const days = new Set([...boundaries(catalog), ...daysOf(before, catalog)].toSorted());
  for (const date of days) {
    if (date <= first) continue;
    const analysis = judge(source, { ...options, judgedAs: date }, before);
    const begins = without(analysis.problems, before.problems);
    const ends = without(before.problems, analysis.problems).filter(
      (one) => !begins.some((other) => isSamePlace(one, other)),
    );
    yield { analysis, turn: begins.length + ends.length > 0 ? { date, begins, ends } : undefined };
    before = analysis;
  }
}

/** The next day on which the verdict on a document changes, if there is one. */
export function nextTurn(analysis: Analysis, options: Options): string | undefined {
  for (const { date } of timeline(analysis, options, analysis.asOf)) return date;
  return undefined;
}

/** What has come and gone, a sentence each. */
export function turnTold({ begins, ends }: Turn): readonly Message[] {
  return [
    ...begins.map(({ message }) => say`From this day on: ${message}`),
    ...ends.map(({ message }) => say`No longer: ${message}`),
  ];
}

/** Before anything of the catalog happened. */
const BEGINNING = '1990-01-01';

/** The spec's own dates, the days after them, and those a notice before or a processing time after: a licence runs out, a request is done. */
function daysOf({ text }: Analysis, { limits }: Catalog): readonly string[] {
  const dates = [...text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].map(([date]) => date).filter(isDate);
  const times = Object.values(limits).flatMap(({ unit, value }) => (unit === 'days' ? [value, -value] : []));
  return dates.flatMap((date) => [0, 1, ...times].map((days) => addDays(date, days)));
}

function without(problems: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  const known = new Set(others.map(identity));
  return problems.filter((problem) => !known.has(identity(problem)));
}

/** What makes a finding the same from one day to the next; its words may name the day. */
function identity({ rule, at, severity, message }: Problem): string {
  return `${rule} ${at.start} ${severity} ${message.template}`;
}

/** Whether one finding takes the place of the other: a warning that has become an error. */
function isSamePlace(a: Problem, b: Problem): boolean {
  return a.rule === b.rule && a.at.start === b.at.start;
}
