import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textsFile } from '../../protocol/locale.ts';
import { korean, koreanOfClient } from './korean.ts';

/** Writes the texts of other languages beside the bundles: VS Code reads those of the client, the server and the command line theirs. */
export async function writeTexts(folder: string): Promise<void> {
  await mkdir(join(folder, 'l10n'), { recursive: true });
  await writeFile(join(folder, 'l10n/bundle.l10n.ko.json'), JSON.stringify(koreanOfClient()));
  await writeFile(join(folder, textsFile('ko')), JSON.stringify(korean()));
}
