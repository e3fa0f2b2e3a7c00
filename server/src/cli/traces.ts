import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { FailureCount } from '../diagnose/failures.ts';
import { type ReadTrace, TraceFile, unreadableTrace } from '../machine/trace-file.ts';
import { code, type Message, say } from '../text/message.ts';
import { hindrance, STDIN } from './find.ts';
import { nameOf } from './read.ts';
import type { Shell } from './shell.ts';

/** Reads a trace as it comes, and shows how far it is where a person waits. */
export async function readTrace(
  word: string,
  count: FailureCount,
  shell: Pick<Shell, 'cwd' | 'input' | 'progress'>,
): Promise<ReadTrace | Message> {
  const file = word === STDIN ? STDIN : resolve(shell.cwd, word);
  const path = nameOf(file, shell.cwd);
  const refused = unreadableTrace(path);
  if (refused) return refused;
  const trace = new TraceFile(path, count);
  const bar = shell.progress?.(path);
  try {
    const size = file === STDIN ? undefined : await sizeOf(file);
    if (size === 'folder') return say`${code(path)} is a folder; name the traces in it.`;
    const chunks = file === STDIN ? shell.input() : createReadStream(file, { highWaterMark: 1024 * 1024 });
    let read = 0;
    for await (const chunk of chunks) {
      trace.take(chunk);
      read += chunk.length;
      if (size) bar?.at(read / size);
    }
  } catch (error) {
    return hindrance(error, path);
  } finally {
    bar?.done();
  }
  return trace.end();
}

async function sizeOf(file: string): Promise<number | 'folder' | undefined> {
  const found = await stat(file);
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? found.size : undefined;
}
