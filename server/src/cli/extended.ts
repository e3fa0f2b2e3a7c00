import { stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { Decoded } from '../machine/encoding.ts';
import { type WithExtended, withExtended } from '../machine/extended-files.ts';
import { MOST_BYTES } from '../machine/sizes.ts';
import { isWithin, wayOut } from '../machine/way-out.ts';
import type { PartFault } from '../text/parts.ts';
import { read } from './read.ts';
import type { Shell } from './shell.ts';

/** A spec with the files that it extends: those in its own folder, the working directory or the folder of its project file, and below. */
export function extendedFrom(
  file: string,
  text: string,
  { shell, projectFile }: { readonly shell: Pick<Shell, 'cwd' | 'input'>; readonly projectFile: string | undefined },
): Promise<WithExtended<Decoded>> {
  const folder = dirname(file);
  const folders = [folder, shell.cwd, ...(projectFile === undefined ? [] : [dirname(projectFile)])];
  return withExtended(text, file.split(sep).join('/'), (path) => partAt(resolve(path), folders, shell));
}

async function partAt(
  file: string,
  folders: readonly string[],
  shell: Pick<Shell, 'cwd' | 'input'>,
): Promise<Decoded | PartFault> {
  if (!folders.some((folder) => isWithin(folder, file)) || (await wayOut(file, folders)) !== undefined)
    return 'outside';
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return 'missing';
  // A device never ends.
  if (!found.isFile()) return 'unreadable';
  if (found.size > MOST_BYTES.text) return 'too-large';
  const decoded = await read(file, shell);
  return 'template' in decoded ? 'unreadable' : decoded;
}
