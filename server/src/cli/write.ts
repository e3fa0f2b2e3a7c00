import { constants, writeFile as writeToStream } from 'node:fs';
import { access, lstat, open, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { code, say } from '../text/message.ts';
import { Complaint } from './exit.ts';
import { hindrance, STDIN } from './find.ts';
import type { Shell } from './shell.ts';

type Bytes = string | Uint8Array;

/**
 * Writes a file that was named, in one step, so that nobody ever sees half of it. Mode, owner and symbolic links of one that is
 * there stay; a pipe, a device or a stream that is open takes the text as it is.
 * @throws Complaint where it cannot be written; then it is as it was.
 */
export async function writeNamed(
  path: string,
  text: Bytes,
  { cwd, print }: Pick<Shell, 'cwd' | 'print'>,
): Promise<void> {
  const file = placeOf(path, { cwd });
  await complaining(path, async () => {
    const stream = openStream(file);
    if (stream === STDOUT) print(text);
    else if (stream !== undefined) await promisify(writeToStream)(stream, text);
    else if (await isPassing(file, { cwd })) await writeFile(file, text);
    else await replace(path, file, text);
  });
}

interface Keeping {
  readonly shell: Pick<Shell, 'cwd' | 'print'>;
  readonly isForced: boolean;
}

/**
 * Writes a file that was named, unless it is there and holds something else; tells whether it lies there afterwards, as no stream does.
 * @throws Complaint where it does and nobody forces it, or it cannot be written
 */
export async function writeKept(path: string, made: Bytes, about: Keeping): Promise<boolean> {
  await refuseLoss(path, made, about);
  await writeNamed(path, made, about.shell);
  return !(await isPassing(path, about.shell));
}

/**
 * Looks whether a file that was named can be written, and nothing is lost that it holds: of several files none is written before that.
 * @throws Complaint
 */
export async function refuseLoss(path: string, made: Bytes, { shell, isForced }: Keeping): Promise<void> {
  if (await isPassing(path, shell)) return;
  const file = resolve(shell.cwd, path);
  const there = await complaining(path, () => replaceable(path, file));
  if (there && !isForced && !Buffer.from(made).equals(await readFile(file)))
    throw new Complaint(
      say`${code(path)} is there and holds something else, so it is left as it is. Name another file, or write over it with ${code('--force')}.`,
    );
}

/**
 * Puts a text in the place of what a file held before.
 * @throws Complaint where it holds something else by now, or cannot be written; then it is as it was.
 */
export async function rewriteNamed(
  path: string,
  { before, after }: { readonly before: Uint8Array; readonly after: Uint8Array },
  { cwd }: Pick<Shell, 'cwd'>,
): Promise<void> {
  const file = resolve(cwd, path);
  await complaining(path, async () => {
    if (await isPassing(path, { cwd }))
      throw new Complaint(
        say`${code(path)} is no file that can be repaired in its place; ${code('lync-federation fix -')} reads standard input and writes to standard output.`,
      );
    await replace(path, file, after, before);
  });
}

/** Whether there is something at a path. */
export async function isThere(path: string): Promise<boolean> {
  return (await statOf(path)) !== undefined;
}

const STDOUT = 1;
const STREAMS: ReadonlyMap<string, number> = new Map([
  ['/dev/stdout', STDOUT],
  ['/dev/stderr', 2],
]);

/** Where a file lies that was named; the name of standard input is that of standard output, too. */
function placeOf(path: string, { cwd }: Pick<Shell, 'cwd'>): string {
  return path === STDIN ? '/dev/stdout' : resolve(cwd, path);
}

/** The number of the open stream that a name stands for: to open it once more would begin anew what a file behind it holds. */
function openStream(file: string): number | undefined {
  const number = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(file)?.[1];
  return number === undefined ? STREAMS.get(file) : Number(number);
}

/** Whether text goes through a path, so that nothing may take its place: a stream, a pipe, a device, a link to a file that is still to come. */
export async function isPassing(path: string, { cwd }: Pick<Shell, 'cwd'>): Promise<boolean> {
  const file = placeOf(path, { cwd });
  if (openStream(file) !== undefined) return true;
  const found = await statOf(file);
  if (found !== undefined) return !found.isFile() && !found.isDirectory();
  return (await lstat(file).catch(() => undefined)) !== undefined;
}

/**
 * Whether there is a file in whose place another one can be put.
 * @throws Complaint where that cannot be done
 */
async function replaceable(path: string, file: string): Promise<boolean> {
  const found = await statOf(file);
  if (found?.isFile() && found.nlink > 1)
    throw new Complaint(
      say`${code(path)} has another name, a hard link, from which writing would part it. Remove one of the names, or write to another file.`,
    );
  // A rename would replace a file that must not be written.
  if (found === undefined) await access(dirname(file), constants.W_OK);
  else await (await open(file, 'r+')).close();
  return found !== undefined;
}

async function replace(path: string, file: string, text: Bytes, before?: Uint8Array): Promise<void> {
  await replaceable(path, file);
  const { default: writeFileAtomic } = await import('write-file-atomic');
  await whole(() =>
    // The package takes what a full disk has cut short for all of the text, so it is not left to write that.
    writeFileAtomic(file, '', {
      async tmpfileCreated(temporary) {
        await writeFile(temporary, text);
        if (before !== undefined && !(await readFile(file)).equals(before))
          throw new Complaint(say`${code(path)} was changed meanwhile, so it is left as it is: repair it once more.`);
      },
    }),
  );
}

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does what is soon done and must not be left by half: a signal that ends the process waits for it, and so does a second one. */
async function whole(run: () => Promise<void>): Promise<void> {
  let asked: NodeJS.Signals | undefined;
  const ask = (signal: NodeJS.Signals) => {
    asked = signal;
  };
  for (const signal of ENDING) process.on(signal, ask);
  try {
    await run();
  } finally {
    for (const signal of ENDING) process.off(signal, ask);
    if (asked !== undefined) process.kill(process.pid, asked);
  }
}

async function complaining<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof Complaint ? error : new Complaint(hindrance(error, path));
  }
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
