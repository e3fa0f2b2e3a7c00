import { createReadStream } from 'node:fs';
import { isScriptName } from '../../../protocol/names.ts';
import { type Decoded, decode, decodeScript, unreadable } from '../machine/encoding.ts';
import { code, type Message, say } from '../text/message.ts';
import { hindrance, STDIN, shown } from './find.ts';
import type { Shell } from './shell.ts';

/** What a file is wanted as. */
interface Wanted {
  /** In words: `a federation spec`. */
  readonly as: Message;
  /** Bytes past which it is none. */
  readonly limit: number;
}

/** One with 10,000 domains has less than a megabyte. */
const SPEC: Wanted = { as: say`a federation spec`, limit: 32 * 1024 * 1024 };

/** A file or standard input as text, or what hindered reading it. */
export async function read(
  file: string,
  { cwd, input }: Pick<Shell, 'cwd' | 'input'>,
  { as, limit }: Wanted = SPEC,
): Promise<Decoded | Message> {
  const path = nameOf(file, cwd);
  try {
    const bytes = await collect(file === STDIN ? input : createReadStream(file), limit);
    if (bytes === undefined) return say`${code(path)} is larger than ${limit / 1024 / 1024} MB, too large for ${as}.`;
    const decoded = isScriptName(file) ? decodeScript(bytes) : decode(bytes);
    return 'text' in decoded ? decoded : unreadable(path, decoded, as);
  } catch (error) {
    return hindrance(error, path);
  }
}

/** What reports call a file. */
export function nameOf(file: string, cwd: string): string {
  return file === STDIN ? '<stdin>' : shown(file, cwd);
}

async function collect(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) return undefined;
    read.push(chunk);
  }
  return Buffer.concat(read);
}
