import type { Analysis } from '../analyze.ts';
import type { RuleId } from '../rules/ids.generated.ts';

/** Where the findings of a rule begin, suppressed or not: what they say there, no lens and no hint says again. */
export function toldBy({ problems, suppressed }: Analysis, id: RuleId): ReadonlySet<number> {
  const all = [...problems, ...suppressed.map(({ problem }) => problem)];
  return new Set(all.flatMap(({ rule, at }) => (rule === id ? [at.start] : [])));
}
