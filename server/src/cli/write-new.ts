import { stat, writeFile } from 'node:fs/promises';
import { writeAtomically } from './write.ts';

/** Writes a file that may be there already: then its text is replaced in one step. */
export async function writeNew(path: string, text: string): Promise<void> {
  if (await isThere(path)) await writeAtomically(path, text);
  else await writeFile(path, text, { flag: 'wx' });
}

/** Whether there is something at a path. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
