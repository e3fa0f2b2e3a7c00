import { createHash } from 'node:crypto';
import type { Analysis, Problem } from '../../analyze.ts';
import { problemKey } from '../../features/problem-key.ts';

/**
 * A fingerprint for each problem of a file, by which one report knows it from another one: the hash of its key, and a number
 * where several have the same. The name of the file does not enter it.
 */
export function fingerprints(problems: readonly Problem[], analysis: Analysis): readonly string[] {
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const { rule, path, text, about = '' } = problemKey(problem, analysis);
    const print = createHash('sha256')
      .update(JSON.stringify([rule, path, text, about]))
      .digest('hex')
      .slice(0, 32);
    const nth = (seen.get(print) ?? 0) + 1;
    seen.set(print, nth);
    return `${print}:${nth}`;
  });
}
