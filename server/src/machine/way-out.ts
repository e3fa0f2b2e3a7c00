import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative } from 'node:path';

/** Whether a path lies in a folder, or is that folder. */
export function isWithin(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '..' && !/^\.\.[\\/]/.test(inside) && !isAbsolute(inside);
}

/** The innermost folder around others; none where they lie on several disks. */
export function folderAround([first, ...others]: readonly string[]): string | undefined {
  if (first === undefined || others.every((other) => isWithin(first, other))) return first;
  const above = dirname(first);
  return above === first ? undefined : folderAround([above, ...others]);
}

/**
 * Where a file really lies that a link in some folders leads out of all of them. The files of a folder may be those of a stranger, and
 * nobody who opens or checks the folder means what its links name elsewhere. Undefined where the file stays inside, is not there, or
 * where its name lies in none of the folders: that is a link of somebody else.
 */
export async function wayOut(file: string, folders: readonly string[]): Promise<string | undefined> {
  if (!folders.some((folder) => isWithin(folder, file))) return undefined;
  const real = await really(file);
  if (real === undefined) return undefined;
  const places = await Promise.all(folders.map(async (folder) => (await really(folder)) ?? folder));
  return places.some((place) => isWithin(place, real)) ? undefined : real;
}

async function really(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}
