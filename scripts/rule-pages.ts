import { globSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import { type Language, pagesFile } from '../protocol/locale.ts';
import { REPOSITORY } from '../server/src/features/docs-url.ts';

/** The folders of the rule pages, by language. */
const FOLDERS: Readonly<Record<Language, string>> = { en: 'docs/rules', ko: 'docs/ko/rules' };

/** Writes the rule pages beside the bundles, for those who read them without a network: a file per language. */
export async function writeRulePages(folder: string): Promise<void> {
  await mkdir(join(folder, 'pages'), { recursive: true });
  for (const language of ['en', 'ko'] as const)
    await writeFile(join(folder, pagesFile(language)), JSON.stringify(rulePages(language)));
}

/** The pages by rule. They lead to each other by name; all other links lead where the documentation is. */
export function rulePages(language: Language): Readonly<Record<string, string>> {
  const folder = FOLDERS[language];
  const pages = globSync(`${folder}/*.md`).toSorted();
  return Object.fromEntries(
    pages.flatMap((file) => {
      const rule = basename(file, '.md');
      return rule === 'README' ? [] : [[rule, linked(readFileSync(file, 'utf8'), folder)]];
    }),
  );
}

function linked(page: string, folder: string): string {
  return page.replace(/\]\((?!https?:|#)([^)\s]+)\)/g, (whole, target: string) =>
    target.includes('/') || target === 'README.md' ? `](${REPOSITORY}/blob/main/${posix.join(folder, target)})` : whole,
  );
}
