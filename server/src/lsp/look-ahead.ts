import { type Analysis, judge } from '../analyze.ts';
import { nextTurn } from '../features/timeline.ts';
import type { Opened } from './opened.ts';

/** The next day on which the verdict changes, if there is one. */
export interface Outlook {
  readonly next: string | undefined;
  /** How many errors and warnings there are as of today, where the document is judged as of another day. */
  readonly today?: Counts;
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

/** How many errors and warnings a verdict has. */
export function countsOf({ problems }: Pick<Analysis, 'problems'>): Counts {
  const count = (severity: 'error' | 'warning') => problems.filter((one) => one.severity === severity).length;
  return { errors: count('error'), warnings: count('warning') };
}

/** Characters past which nobody waits for a look ahead: a spec of some 300 domains. */
export const LONG = 30_000;

const known = new WeakMap<Analysis, Outlook>();

/** Looks ahead, which takes an analysis for each day that could matter; once per version, and not in a long document. */
export function lookAhead({ analysis, options }: Opened, today: string): Outlook | undefined {
  if (analysis.text.length > LONG) return undefined;
  const outlook = known.get(analysis) ?? {
    next: nextTurn(analysis, options),
    ...(analysis.asOf !== today && { today: countsOf(judge(analysis, { ...options, judgedAs: today }, analysis)) }),
  };
  known.set(analysis, outlook);
  return outlook;
}
