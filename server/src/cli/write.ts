import { access, constants, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { Complaint } from './exit.ts';
import { hindrance } from './find.ts';
import type { Shell } from './shell.ts';

/**
 * Writes a file that was named, in one step, so that nobody ever sees half of it. Mode, owner and links of one that is there stay.
 * @throws Complaint where it cannot be written; then it is as it was.
 */
export async function writeNamed(path: string, text: string | Uint8Array, { cwd }: Pick<Shell, 'cwd'>): Promise<void> {
  try {
    await write(resolve(cwd, path), text);
  } catch (error) {
    throw new Complaint(hindrance(error, path));
  }
}

async function write(file: string, text: string | Uint8Array): Promise<void> {
  const before = await statOf(file);
  // A device or a pipe takes text, and nothing may take its place.
  if (before !== undefined && !before.isFile()) return writeFile(file, text);
  // A rename would replace a file that must not be written.
  if (before !== undefined) await access(file, constants.W_OK);
  // The package takes what a full disk has cut short for all of the text, so it is not left to write that.
  await writeFileAtomic(file, '', { tmpfileCreated: (temporary) => writeFile(temporary, text) });
}

/** Whether there is something at a path. */
export async function isThere(path: string): Promise<boolean> {
  return (await statOf(path)) !== undefined;
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
