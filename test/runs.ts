import fc from 'fast-check';

/** What `npm run soak` gives each property: milliseconds, and where it starts from. */
const share = Number(process.env.SOAK_SHARE ?? 0);
const seed = process.env.SOAK_SEED;

export const isSoak = share > 0;

/** Where the suite starts from, always: what fails there fails because of a change. New ground is for a soak. */
const SUITE_SEED = 20261201;

/** How often a property is tried: so many times in the suite, as long as there is time in a soak, which tells how often that was. */
export function runs(inSuite: number): fc.Parameters<unknown> {
  if (!isSoak) return { numRuns: inSuite, seed: SUITE_SEED };
  return { numRuns: 1e9, interruptAfterTimeLimit: share, ...(seed && { seed: Number(seed) }), reporter: told };
}

/** @throws Error with what fast-check found: the smallest input that fails, and the seed that brings it back. */
function told(details: fc.RunDetails<unknown>): void {
  process.stdout.write(`${details.numRuns} runs from seed ${details.seed}\n`);
  if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
}

/** Some seconds of work may take a busy machine minutes. */
export const PATIENCE = isSoak ? 0 : 300_000;
