import { readdir, type Stats, stat } from 'node:fs';
import { type GlobOptions, glob, isDynamicPattern } from 'tinyglobby';

/** Whether a word is a pattern, and no name. */
export function isPattern(word: string): boolean {
  return isDynamicPattern(word);
}

/** Where and how to search. */
interface Search extends Pick<GlobOptions, 'absolute'> {
  readonly folder: string;
  /** Reads a folder. */
  readonly readdir?: typeof readdir;
}

/**
 * The files below a folder whose paths fit patterns, in any case. Links to files are found, links to folders lead nowhere: what lies
 * inside is found where it lies, and nobody means the rest of the disk, or a circle.
 */
export function search(
  patterns: readonly string[],
  { folder, readdir: read = readdir, ...how }: Search,
): Promise<string[]> {
  return glob(patterns, {
    ...how,
    cwd: folder,
    expandDirectories: false,
    caseSensitiveMatch: false,
    // Nothing in them is found that has a dot in front, but all of them would be searched for project files.
    ignore: ['**/node_modules/**', '**/.git/**'],
    fs: { readdir: read, stat: filesAlone },
  });
}

/** `stat` for the end of a link, which knows no folders. */
const filesAlone = new Proxy(stat, {
  apply(target, self, [path, done]) {
    return Reflect.apply(target, self, [
      path,
      (error: unknown, found?: Stats) => (found?.isDirectory() ? done(new Error('a folder')) : done(error, found)),
    ]);
  },
});
