// Writes everything that is derived: types and validator from the schema, the catalog, the rule index, docs.
// `node scripts/generate.ts` writes, `--check` only compares and fails on a difference.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { generators } from './generate/all.ts';

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const generate of generators) {
  for (const [path, text] of await generate()) {
    const before = await readFile(path, 'utf8').catch(() => undefined);
    if (before === text) continue;
    stale.push(path);
    if (check) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
for (const path of stale) process.stdout.write(`${check ? 'stale' : 'wrote'} ${path}\n`);
if (check && stale.length > 0) {
  process.stderr.write('Run `npm run generate` and commit the result.\n');
  process.exitCode = 1;
}
