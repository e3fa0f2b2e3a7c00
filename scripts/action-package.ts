// Lays out the GitHub Action as it is released: a folder that runs as it is, on any runner, and the same as one file.
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { NOTICES, PACKAGE } from './bundles.ts';
import { action, wasm } from './command-line.ts';
import { writeTexts } from './l10n/texts.ts';
import { notices } from './notices.ts';

/** The folder, whose content is what a tag of the action has. */
export async function layOutAction(folder: string): Promise<void> {
  const dist = join(folder, 'dist');
  await rm(folder, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const { metafile } = await build({
    ...action,
    outdir: dist,
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  });
  const sources = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const shipped = [...sources, ...wasm].map((source) => ({ source, file: 'action.js' }));
  for (const file of wasm) await copyFile(file, join(dist, basename(file)));
  await writeTexts(dist);
  await writeFile(join(dist, 'package.json'), PACKAGE);
  await writeFile(join(dist, NOTICES), notices(shipped));
  for (const file of ['action.yml', 'LICENSE']) await copyFile(file, join(folder, file));
}

/** The same as the one file of a release. */
export async function packAction(): Promise<string> {
  const file = 'lync-federation-action.tgz';
  await layOutAction('out/action');
  const { status, error } = spawnSync('tar', ['-czf', file, '-C', 'out/action', '.'], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${file} could not be packed: ${error?.message ?? `tar ended with ${status}`}`);
  return file;
}
