import type { Analysis, Problem } from '../../analyze.ts';
import type { Suppression } from '../../suppression/suppressions.ts';
import type { Message } from '../../text/message.ts';

/** A spec that was checked. */
export interface Checked {
  /** As shown, with forward slashes. */
  readonly path: string;
  /** Where it lies; absent for standard input. */
  readonly file?: string | undefined;
  readonly analysis: Analysis;
  /** What the baseline knows; it is no longer among the problems of the analysis. */
  readonly baselined?: readonly Problem[];
}

/** What reports need beside the specs. */
export interface ReportEnv {
  /** The day by which specs without one of their own are judged. */
  readonly asOf: string;
  /** The day asked for, where one was. */
  readonly asked?: string | undefined;
  readonly version: string;
  readonly colours: boolean;
  /** Inputs that could not be read, in words. */
  readonly complaints: readonly Message[];
}

/** Turns what was found into text for standard output. */
export type Report = (files: readonly Checked[], env: ReportEnv) => string;

/** Something that was found, be it reported or not. */
export interface Found {
  readonly problem: Problem;
  /** The comment by which it is not reported. */
  readonly suppressed?: Suppression;
  /** It is not reported because the baseline knows it. */
  readonly baselined?: true;
}

/** Everything that was found in a file, by place. */
export function everythingIn({ analysis: { problems, suppressed }, baselined = [] }: Checked): readonly Found[] {
  return [
    ...problems.map((problem): Found => ({ problem })),
    ...suppressed.map(({ problem, by }): Found => ({ problem, suppressed: by })),
    ...baselined.map((problem): Found => ({ problem, baselined: true })),
  ].toSorted((a, b) => a.problem.at.start - b.problem.at.start);
}

/** The one day for which all specs were judged; where they name several of their own, the day asked for. */
export function commonAsOf(files: readonly Checked[], asked: string): string {
  const days = new Set(files.map(({ analysis }) => analysis.asOf));
  const [day = asked] = days;
  return days.size === 1 ? day : asked;
}
