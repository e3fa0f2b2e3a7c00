import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Language, textsFile } from '../../../protocol/locale.ts';
import type { Bundle } from '../text/message.ts';

/** The texts of a language, from the file beside the bundle. */
export async function readTexts(language: Language): Promise<Bundle> {
  return JSON.parse(await readFile(join(dirname(fileURLToPath(import.meta.url)), textsFile(language)), 'utf8'));
}
