import { whereabouts } from './places.ts';
import type { ReportedProblem } from './reported.ts';

/** What is wrong, with its note: for formats that have one place for both. */
export function said({ message, note }: ReportedProblem): string {
  return note === undefined ? message : `${message} ${note}`;
}

/** All that is to be said of a problem, a line each: for formats that hold a text and no more. */
export function paragraph(problem: ReportedProblem, shown: (place: string) => string = (place) => place): string {
  return [
    said(problem),
    ...problem.related.map((other) => `${shown(whereabouts(other))}: ${other.message}`),
    ...problem.fixes.map(({ offer }) => offer),
    problem.docs,
  ].join('\n');
}
