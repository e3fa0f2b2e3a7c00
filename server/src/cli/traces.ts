import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { FailureCount } from '../diagnose/failures.ts';
import { Trace } from '../diagnose/trace.ts';
import { piecesOf } from '../machine/pieces.ts';
import { code, type Message, say } from '../text/message.ts';
import { hindrance, STDIN } from './find.ts';
import { nameOf } from './read.ts';
import type { Shell } from './shell.ts';

/** A trace that was read. */
export interface ReadTrace {
  readonly path: string;
  readonly formats: readonly string[];
  readonly lines: number;
  readonly failures: number;
  readonly forged: number;
}

/** Reads a trace as it comes, and shows how far it is where a person waits. */
export async function readTrace(
  word: string,
  count: FailureCount,
  shell: Pick<Shell, 'cwd' | 'input' | 'progress'>,
): Promise<ReadTrace | Message> {
  const file = word === STDIN ? STDIN : resolve(shell.cwd, word);
  const path = nameOf(file, shell.cwd);
  let failures = 0;
  const trace = new Trace((sighting) => {
    failures++;
    count.see(sighting, path);
  });
  const bar = shell.progress?.(path);
  try {
    const size = file === STDIN ? undefined : await sizeOf(file);
    if (size === 'folder') return say`${code(path)} is a folder; name the traces in it.`;
    const chunks = file === STDIN ? shell.input() : createReadStream(file, { highWaterMark: 1024 * 1024 });
    for await (const piece of piecesOf(counted(chunks, (read) => size && bar?.at(read / size)))) trace.read(piece);
    trace.end();
  } catch (error) {
    return hindrance(error, path);
  } finally {
    bar?.done();
  }
  if (trace.formats.size === 0)
    return say`${code(path)} is no trace that is known: traces of servers and clients, events, and what cmdlets that test print are read.`;
  return { path, formats: [...trace.formats], lines: trace.lines, failures, forged: trace.forged };
}

async function sizeOf(file: string): Promise<number | 'folder' | undefined> {
  const found = await stat(file);
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? found.size : undefined;
}

async function* counted(chunks: AsyncIterable<Uint8Array>, tell: (read: number) => void): AsyncIterable<Uint8Array> {
  let read = 0;
  for await (const chunk of chunks) {
    yield chunk;
    read += chunk.length;
    tell(read);
  }
}
