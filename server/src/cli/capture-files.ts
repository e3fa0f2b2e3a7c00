import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isSpecName } from '../../../protocol/names.ts';
import { code, say } from '../text/message.ts';
import { type Found, hindrance, matching, ownFiles, STDIN } from './find.ts';

/** What a word names that stands for captures. */
export interface CaptureFiles extends Pick<Found, 'files' | 'complaints'> {
  /** They lie in a folder that was named, so some of them may be none. */
  readonly isFolder?: true;
}

/** The captures that one word names: a file, those that fit a pattern, all that lies in a folder, or standard input. */
export async function captureFiles(word: string, cwd: string): Promise<CaptureFiles> {
  if (word === STDIN) return { files: [STDIN], complaints: [] };
  if (word === '') return { files: [], complaints: [say`An empty path was given.`] };
  const path = resolve(cwd, word);
  try {
    if (!(await stat(path)).isDirectory()) return { files: [path], complaints: [] };
  } catch (error) {
    return (await matching(word, cwd)) ?? { files: [], complaints: [hindrance(error, word)] };
  }
  const { search } = await import('../machine/search.ts');
  // A spec is what comes of captures.
  const files = (await search(['**/*'], { folder: path, absolute: true })).filter((file) => !isSpecName(file));
  const found = await ownFiles(files, path, cwd);
  if (found.files.length > 0 || found.complaints.length > 0) return { ...found, isFolder: true };
  return { files: [], complaints: [say`There is no capture in ${code(word)}: it has no file but specs.`] };
}
