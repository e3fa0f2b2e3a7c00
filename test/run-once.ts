import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeCode } from '../scripts/generate/code.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what is made once in a run. */
    bundles: string;
  }
}

/** Before the first test is read: the code that git does not keep, and the folder of the bundles. */
export async function setup(project: TestProject): Promise<() => void> {
  await makeCode();
  const bundles = mkdtempSync(join(tmpdir(), 'lync-federation-bundles-'));
  // Other users run what is made there, too.
  chmodSync(bundles, 0o755);
  project.provide('bundles', bundles);
  // What Node compiles of them goes with them.
  process.env.XDG_CACHE_HOME = join(bundles, 'compiled');
  return () => rmSync(bundles, { recursive: true, force: true });
}
