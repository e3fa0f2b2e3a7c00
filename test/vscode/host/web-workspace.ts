import type { Dirent, Stats } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join, posix } from 'node:path';
import { buffer } from 'node:stream/consumers';

/** Answers one request of `fs-provider.ts` about the file; rejects with Node's error where there is none. */
export async function answerAboutFile(folder: string, url: URL, request: IncomingMessage): Promise<string | Buffer> {
  const file = inside(folder, url.pathname);
  const query = url.searchParams;
  if (query.has('stat')) return JSON.stringify(described(await stat(file)));
  if (query.has('list')) return JSON.stringify((await readdir(file, { withFileTypes: true })).map(entry));
  if (request.method === 'GET') return readFile(file);
  if (request.method === 'DELETE') await rm(file, { recursive: true });
  else if (request.method === 'POST') await rename(file, inside(folder, query.get('to') ?? ''));
  else if (query.has('folder')) await mkdir(file, { recursive: true });
  else await writeFile(file, await buffer(request));
  return '';
}

/** The place of a URL's path in a folder; `..` does not lead out of it. */
export function inside(folder: string, path: string): string {
  return join(folder, posix.normalize(`/${decodeURIComponent(path)}`));
}

function described(file: Stats) {
  return { type: fileType(file), ctime: file.ctimeMs, mtime: file.mtimeMs, size: file.size };
}

function entry(file: Dirent) {
  return [file.name, fileType(file)] as const;
}

/** The numbers of `vscode.FileType`. */
function fileType(file: Stats | Dirent): number {
  if (file.isFile()) return 1;
  return file.isDirectory() ? 2 : 0;
}
