import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { isScriptName } from '../../../protocol/names.ts';
import { type Decoded, decodeScript } from '../machine/encoding.ts';
import { readAs, tooLarge, type Wanted } from '../machine/legible.ts';
import { MOST_BYTES } from '../machine/sizes.ts';
import { keepHeapSmallFor } from '../machine/small-heap.ts';
import { code, type Message, say } from '../text/message.ts';
import { hindrance, STDIN, shown } from './find.ts';
import type { Shell } from './shell.ts';

/** What a file is, where its name says nothing else. */
export const SPEC: Wanted = { as: say`a federation spec`, limit: MOST_BYTES.text };
export const SCRIPT: Wanted = { as: say`a script`, limit: MOST_BYTES.text, decode: decodeScript };

/** A file or standard input as text, or what hindered reading it. */
export async function read(
  file: string,
  shell: Pick<Shell, 'cwd' | 'input'>,
  wanted: Wanted = isScriptName(file) ? SCRIPT : SPEC,
): Promise<Decoded | Message> {
  const bytes = await bytesOf(file, shell, wanted);
  return 'template' in bytes ? bytes : readAs(wanted, nameOf(file, shell.cwd), bytes);
}

/** The bytes of a file or of standard input, or what hindered reading them. */
export async function bytesOf(
  file: string,
  { cwd, input }: Pick<Shell, 'cwd' | 'input'>,
  wanted: Wanted,
): Promise<Uint8Array | Message> {
  const path = nameOf(file, cwd);
  try {
    const bytes = await bytesIn(file, input, wanted.limit);
    if (bytes === 'other') return say`${code(path)} is neither a file nor a pipe, so it is not read.`;
    if (bytes === 'larger') return tooLarge(wanted, path);
    await keepHeapSmallFor(bytes);
    return bytes;
  } catch (error) {
    return hindrance(error, path);
  }
}

async function bytesIn(file: string, input: Shell['input'], limit: number): Promise<Uint8Array | 'other' | 'larger'> {
  if (file === STDIN) return collect(input(), limit);
  const found = await stat(file);
  if (found.isFile() && found.size > 0) return found.size > limit ? 'larger' : readFile(file);
  // What was named may be a pipe, a terminal or another device that gives text one after the other.
  const isReadable = found.isFile() || found.isFIFO() || found.isCharacterDevice() || found.isDirectory();
  return isReadable ? collect(createReadStream(file), limit) : 'other';
}

/** What reports call a file. */
export function nameOf(file: string, cwd: string): string {
  return file === STDIN ? '<stdin>' : shown(file, cwd);
}

async function collect(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | 'larger'> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) return 'larger';
    read.push(chunk);
  }
  return Buffer.concat(read);
}
