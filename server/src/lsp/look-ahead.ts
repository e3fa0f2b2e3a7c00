import type { Analysis } from '../analyze.ts';
import { nextTurn } from '../features/timeline.ts';
import type { Opened } from './opened.ts';

/** The next day on which the verdict changes, if there is one. */
export interface Outlook {
  readonly next: string | undefined;
}

/** Characters past which nobody waits for a look ahead: a spec of some 300 domains. */
export const LONG = 30_000;

const known = new WeakMap<Analysis, Outlook>();

/** Looks ahead, which takes an analysis for each day that could matter; once per version, and not in a long document. */
export function lookAhead({ analysis, options }: Opened): Outlook | undefined {
  if (analysis.text.length > LONG) return undefined;
  const outlook = known.get(analysis) ?? { next: nextTurn(analysis, options) };
  known.set(analysis, outlook);
  return outlook;
}
