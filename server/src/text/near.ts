import { distance } from 'fastest-levenshtein';

/** The candidate that `name` was most likely meant to be, or nothing when none is so close. Case does not count. */
export function nearest(
  name: string,
  candidates: readonly string[],
  allowed = Math.max(1, Math.floor(name.length / 3)),
): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = allowed + 1;
  for (const candidate of candidates) {
    const steps = stepsBetween(wanted, candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** Changed letters, where two neighbours in the wrong order count as one: `chekc`. */
function stepsBetween(a: string, b: string): number {
  const steps = distance(a, b);
  return steps === 2 && sorted(a) === sorted(b) ? 1 : steps;
}

function sorted(text: string): string {
  return [...text].toSorted().join('');
}
