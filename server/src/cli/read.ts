import { createReadStream } from 'node:fs';
import { code, type Message, say } from '../text/message.ts';
import { type Decoded, decode } from './decode.ts';
import { hindrance, STDIN, shown } from './find.ts';
import type { Shell } from './shell.ts';

/** A file or standard input as text, or what hindered reading it. */
export async function read(file: string, { cwd, input }: Pick<Shell, 'cwd' | 'input'>): Promise<Decoded | Message> {
  const path = nameOf(file, cwd);
  try {
    const bytes = await collect(file === STDIN ? input : createReadStream(file));
    if (bytes === undefined)
      return say`${code(path)} is larger than ${LIMIT / 1024 / 1024} MB, too large for a federation spec.`;
    return decode(bytes, path);
  } catch (error) {
    return hindrance(error, path);
  }
}

/** What reports call a file. */
export function nameOf(file: string, cwd: string): string {
  return file === STDIN ? '<stdin>' : shown(file, cwd);
}

/** Bytes past which a file is no spec: one with 10,000 domains has less than a megabyte. */
const LIMIT = 32 * 1024 * 1024;

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > LIMIT) return undefined;
    read.push(chunk);
  }
  return Buffer.concat(read);
}
