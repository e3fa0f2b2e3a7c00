const isSoak = process.env.SOAK === 'yes';

/** How often a property is tried: a little in the suite, much in `npm run soak`. */
export function runs(inSuite: number, inSoak: number): { readonly numRuns: number } {
  return { numRuns: isSoak ? inSoak : inSuite };
}

/** Some seconds of work may take a busy machine minutes. */
export const PATIENCE = isSoak ? 0 : 300_000;
