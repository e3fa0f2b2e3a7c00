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
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}
