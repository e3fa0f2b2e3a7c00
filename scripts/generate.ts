// Makes everything that is derived, in one run: first the code that nobody keeps in git, then from that code the pages that are kept.
// `node scripts/generate.ts` writes; `--check` only compares the pages, and fails on a difference; `--code` makes the code alone.
import { makeCode, write } from './generate/code.ts';
import { textOfFile } from './generate/markdown.ts';

const check = process.argv.includes('--check');
for (const path of await makeCode()) say('wrote', path);
if (!process.argv.includes('--code')) {
  await makePages();
  // A page is what the validator of the project file is made from.
  for (const path of await makeCode()) say('wrote', path);
}

async function makePages(): Promise<void> {
  // Loaded now, since it reads the code that was just made.
  const { pages } = await import('./generate/pages.ts');
  for (const generate of pages) {
    for (const [path, text] of await generate()) {
      if (!check && write(path, text)) say('wrote', path);
      if (!check || (await textOfFile(path)) === text) continue;
      say('stale', path);
      process.exitCode = 1;
    }
  }
  if (process.exitCode === 1) process.stderr.write('Run `npm run generate` and commit the result.\n');
}

function say(what: string, path: string): void {
  process.stdout.write(`${what} ${path}\n`);
}
