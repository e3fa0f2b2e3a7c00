import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Language, pagesFile } from '../../../protocol/locale.ts';

/** The pages about the rules, as Markdown, by their ids. */
export type RulePages = Readonly<Record<string, string>>;

/** The rule pages of a language, from the file beside the bundle. */
export async function readRulePages(language: Language): Promise<RulePages> {
  return JSON.parse(await readFile(join(dirname(fileURLToPath(import.meta.url)), pagesFile(language)), 'utf8'));
}
