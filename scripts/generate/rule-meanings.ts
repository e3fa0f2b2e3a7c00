import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Generator } from './generator.ts';

/** What each rule means, as the first paragraph of its page has it, for reports that describe their rules. */
export const ruleMeanings: Generator = async () => {
  const entries = globSync('docs/rules/*.md')
    .toSorted()
    .flatMap((file) => {
      const meaning = meaningIn(readFileSync(file, 'utf8'));
      return meaning === undefined ? [] : [`  ${JSON.stringify(basename(file, '.md'))}: ${JSON.stringify(meaning)},\n`];
    });
  return [['server/src/cli/rule-meanings.generated.ts', `${HEAD}${entries.join('')}};\n`]];
};

const HEAD = `// Generated from docs/rules by \`npm run generate\`.
export const ruleMeanings: Readonly<Record<string, string>> = {
`;

/** The first paragraph of a page below its heading, on one line; links become their words. */
export function meaningIn(page: string): string | undefined {
  const paragraph = /^## What it means\n+((?:.+\n)+)/m.exec(page)?.[1];
  return paragraph
    ?.trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
