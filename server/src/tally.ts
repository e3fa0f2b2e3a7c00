import { claimOf, type Problem } from './problem.ts';
import type { Severity } from './rules/rule.ts';
import { groupedBy } from './text/grouped.ts';
import { code, say } from './text/message.ts';

/** Problems of one rule that are told of a text. Nobody reads more, and each takes time and memory with its words and repairs. */
export const MOST_TOLD = 1000;

interface Terms {
  /** Problems of one rule that are told. */
  readonly most: number;
  /** Whether a problem is kept back, and does not count. */
  isSilent(problem: Problem): boolean;
}

/** How many problems of one rule are told. */
export class Tally {
  readonly #terms: Terms;

  constructor(terms: Terms) {
    this.#terms = terms;
  }

  /**
   * What a rule finds, up to the first that is one too many: in its place it is said that there are more, and the rule is asked no
   * further. `usual`: its severity where a finding does not say its own.
   */
  take(found: Iterable<Problem>, usual: Severity): readonly Problem[] {
    const { most, isSilent } = this.#terms;
    const taken: Problem[] = [];
    let count = 0;
    for (const problem of unique(found)) {
      const isMore = !isSilent(problem) && ++count > most;
      taken.push(isMore ? restFrom(problem, { most, usual }) : problem);
      if (isMore) break;
    }
    return taken;
  }

  /** Whether of some rule as much was found as makes it matter which ones are told. */
  isExceededBy(found: readonly Problem[]): boolean {
    const { most, isSilent } = this.#terms;
    if (found.length <= most) return false;
    const byRule = groupedBy(
      found.filter((problem) => !isSilent(problem)),
      ({ rule }) => rule,
    );
    return [...byRule.values()].some((problems) => problems.length > most);
  }
}

/** Nobody knows what the rest is, so it counts like the worst that the rule tells. */
function restFrom({ rule, at, severity }: Problem, { most, usual }: { most: number; usual: Severity }): Problem {
  const message = say`There are more than ${most} problems of ${code(rule)} in this text, and neither this one nor the rest is told. Repair or suppress those that are.`;
  return { rule, at, severity: WEIGHTS[usual] < WEIGHTS[severity] ? usual : severity, message, isRest: true };
}

const WEIGHTS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Each problem once: an alias shows one text at several places. */
export function* unique<T extends Problem>(problems: Iterable<T>): Iterable<T> {
  const seen = new Set<string>();
  for (const problem of problems) {
    const { at } = problem;
    const key = `${at.start} ${at.end} ${claimOf(problem)}`;
    if (!seen.has(key)) yield problem;
    seen.add(key);
  }
}
