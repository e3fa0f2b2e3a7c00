import { readdir } from 'node:fs';
import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { PROJECT_NAMES } from '../../../protocol/names.ts';
import { linkTo } from '../machine/links.ts';
import { isWithin, wayOut } from '../machine/way-out.ts';
import { code, type Message, say } from '../text/message.ts';
import { Complaint } from './exit.ts';

/** Standard input in place of a path. */
export const STDIN = '-';

/** What one word of the command line names: absolute paths in order of name, and word of what could not be searched. */
export interface Found {
  readonly files: readonly string[];
  readonly complaints: readonly Message[];
  /** The folder that was searched, where the word names one and not the files: what is found may still be none of ours. */
  readonly searched?: string;
}

/** Whether the search of a folder is to find a file; its project file says. */
export type Includes = (file: string) => Promise<boolean>;

/**
 * The files that one word of the command line names: a file, a pattern, or a folder that is searched as its project files say.
 * @throws Complaint when there is no such file.
 */
export async function find(word: string, cwd: string, includes: Includes): Promise<Found> {
  if (word === STDIN) return { files: [STDIN], complaints: [] };
  if (word === '') throw new Complaint(say`An empty path was given.`);
  const path = resolve(cwd, word);
  const kind = await kindOf(path, word);
  if (kind === 'file') return { files: [path], complaints: [] };
  if (kind === 'folder') return inFolder(path, cwd, includes);
  const found = await matching(word, cwd);
  if (found) return found;
  throw new Complaint(say`There is no file or folder ${code(word)}.`);
}

/** A path as reports show it: with forward slashes, relative to the working directory where it lies inside. */
export function shown(path: string, cwd: string): string {
  const named = (isWithin(cwd, path) ? relative(cwd, path) : path).replaceAll('\\', '/');
  // At the start of a line GitHub takes it for a command.
  return /^\s*::\w/.test(named) ? `./${named}` : named;
}

/** What hinders reading or writing a file, in words. */
export function hindrance(error: unknown, path: string): Message {
  switch (errorCode(error)) {
    case 'ENOENT':
      return say`There is no file or folder ${code(path)}.`;
    case 'EACCES':
    case 'EPERM':
      return say`Permission denied: ${code(path)}.`;
    case 'EISDIR':
      return say`${code(path)} is a folder, not a file.`;
    case 'ENOSPC':
      return say`The disk is full: ${code(path)}.`;
    case undefined:
      throw error;
    default:
      return say`${code(path)} cannot be used: ${errorCode(error) ?? ''}.`;
  }
}

async function kindOf(path: string, word: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EINVAL'].includes(errorCode(error) ?? '')) return undefined;
    throw new Complaint(hindrance(error, word));
  }
}

/** What the project files around it find in a folder. */
async function inFolder(path: string, cwd: string, includes: Includes): Promise<Found> {
  const { files, complaints } = await searched(['**/*', ...PROJECT_NAMES.map((name) => `**/${name}`)], path, cwd);
  const found: string[] = [];
  for (const file of files) if (await includes(file)) found.push(file);
  const own = await ownFiles(found, path, cwd);
  return { files: own.files, complaints: [...complaints, ...own.complaints], searched: path };
}

/**
 * The files that a word names that is a pattern; it is typed where the shell does not put them in its place, as in Windows. What
 * searches is loaded for who searches.
 */
export async function matching(word: string, cwd: string): Promise<Found | undefined> {
  const { isPattern } = await import('../machine/search.ts');
  if (!isPattern(word)) return undefined;
  const pattern = process.platform === 'win32' ? word.replaceAll('\\', '/') : word;
  const { files, complaints } = await searched([pattern], cwd, cwd);
  const own = await ownFiles(files, cwd, cwd);
  const found = { files: own.files, complaints: [...complaints, ...own.complaints] };
  if (found.files.length > 0 || found.complaints.length > 0) return found;
  return { files: [], complaints: [say`No file matches ${code(word)}.`] };
}

/** What of that a search may give: absolute paths of regular files in order, with word of links that lead out of all that is looked at. */
export async function ownFiles(found: readonly string[], folder: string, cwd: string): Promise<Found> {
  const files = found.map((file) => resolve(file)).toSorted();
  const looked = await Promise.all(
    files.map(async (file) => {
      // Who searches is not to wait for a pipe or a device. What cannot be looked at is told of where it is read.
      if ((await stat(file).catch(() => undefined))?.isFile() === false) return undefined;
      const place = await wayOut(file, [folder, cwd]);
      return place === undefined
        ? file
        : say`${linkTo(place, shown(file, cwd))}, so a search does not read it. Name it to have it read, or leave it out of the search.`;
    }),
  );
  return {
    files: looked.filter((one) => typeof one === 'string'),
    complaints: looked.filter((one) => typeof one === 'object'),
  };
}

async function searched(patterns: readonly string[], folder: string, cwd: string): Promise<Found> {
  const { search } = await import('../machine/search.ts');
  const complaints: Message[] = [];
  const files = await search(patterns, {
    folder,
    absolute: true,
    readdir: watched((path, error) => complaints.push(hindrance(error, shown(path, cwd)))),
  });
  return { files: files.map((file) => resolve(file)).toSorted(), complaints };
}

/** `readdir` with word of what it could not read: the search leaves such folders out without saying so. */
function watched(onError: (path: string, error: unknown) => void): typeof readdir {
  return new Proxy(readdir, {
    apply(target, self, [path, options, done]) {
      return Reflect.apply(target, self, [
        path,
        options,
        (error: unknown, entries: unknown) => {
          if (error) onError(resolve(String(path)), error);
          done(error, entries);
        },
      ]);
    },
  });
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
