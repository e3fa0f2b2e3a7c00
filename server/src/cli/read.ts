import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isScriptName } from '../../../protocol/names.ts';
import { type Decoded, decode, decodeScript, unreadable } from '../machine/encoding.ts';
import { MOST_BYTES, megabytes } from '../machine/sizes.ts';
import { code, type Message, say } from '../text/message.ts';
import { hindrance, STDIN, shown } from './find.ts';
import type { Shell } from './shell.ts';

/** What a file is wanted as. */
interface Wanted {
  /** In words: `a federation spec`. */
  readonly as: Message;
  /** Bytes past which it is none. */
  readonly limit: number;
  /** Windows wrote it, so what is no UTF-8 is in its western code page. */
  readonly isOfWindows?: boolean;
  /** Bytes of another kind as text; undefined for those that are to be decoded. */
  readonly inText?: (bytes: Uint8Array) => string | undefined;
}

const SPEC: Wanted = { as: say`a federation spec`, limit: MOST_BYTES.text };
const SCRIPT: Wanted = { as: say`a script`, limit: MOST_BYTES.text };

/** A file or standard input as text, or what hindered reading it. */
export async function read(
  file: string,
  { cwd, input }: Pick<Shell, 'cwd' | 'input'>,
  { as, limit, isOfWindows = isScriptName(file), inText }: Wanted = isScriptName(file) ? SCRIPT : SPEC,
): Promise<Decoded | Message> {
  const path = nameOf(file, cwd);
  try {
    const chunks = file === STDIN ? input : await opened(file);
    if (chunks === undefined) return say`${code(path)} is neither a file nor a pipe, so it is not read.`;
    const bytes = await collect(chunks, limit);
    if (bytes === undefined) return say`${code(path)} is larger than ${megabytes(limit)}, too large for ${as}.`;
    const told = inText?.(bytes);
    if (told !== undefined) return { text: told, encoding: 'utf-8', bom: false };
    const decoded = isOfWindows ? decodeScript(bytes) : decode(bytes);
    return 'text' in decoded ? decoded : unreadable(path, decoded, as);
  } catch (error) {
    return hindrance(error, path);
  }
}

/** What was named may be a pipe, a terminal or another device that gives text one after the other. */
async function opened(file: string): Promise<AsyncIterable<Uint8Array> | undefined> {
  const found = await stat(file);
  const isReadable = found.isFile() || found.isFIFO() || found.isCharacterDevice() || found.isDirectory();
  return isReadable ? createReadStream(file) : undefined;
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
