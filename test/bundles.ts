import { chmodSync, copyFileSync, existsSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { inject } from 'vitest';
import { PACKAGE } from '../scripts/bundles.ts';
import { wasm } from '../scripts/command-line.ts';
import { writeTexts } from '../scripts/l10n/texts.ts';
import { writeRulePages } from '../scripts/rule-pages.ts';

/**
 * The folder of a bundle as it is shipped, with the parser of PowerShell beside it unless that is to be missing. Made once for all
 * tests of a run, by the first that asks.
 */
export async function bundled(options: BuildOptions, { name, grammar = true }: Bundle): Promise<string> {
  const folder = join(inject('bundles'), name);
  if (existsSync(folder)) return folder;
  const own = mkdtempSync(`${folder}-`);
  await build({ ...options, outdir: own, logLevel: 'error' });
  writeFileSync(join(own, 'package.json'), PACKAGE);
  await writeTexts(own);
  await writeRulePages(own);
  if (grammar) for (const file of wasm) copyFileSync(file, join(own, basename(file)));
  chmodSync(own, 0o755);
  try {
    renameSync(own, folder);
  } catch (error) {
    // Where another test was quicker, its bundle is as good.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

interface Bundle {
  /** Tells one bundle from another. */
  readonly name: string;
  readonly grammar?: boolean;
}
