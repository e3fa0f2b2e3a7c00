/** What `npm run soak` gives each property: milliseconds, and where it starts from. */
const share = Number(process.env.SOAK_SHARE ?? 0);
const seed = process.env.SOAK_SEED;

export const isSoak = share > 0;

/** How often a property is tried: so many times in the suite, as long as there is time in a soak. */
export function runs(inSuite: number): {
  readonly numRuns: number;
  readonly seed?: number;
  readonly interruptAfterTimeLimit?: number;
} {
  if (!isSoak) return { numRuns: inSuite };
  return { numRuns: 1e9, interruptAfterTimeLimit: share, ...(seed && { seed: Number(seed) }) };
}

/** Some seconds of work may take a busy machine minutes. */
export const PATIENCE = isSoak ? 0 : 300_000;
