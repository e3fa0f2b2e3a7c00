import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isScriptName } from '../../../protocol/names.ts';
import { type Decoded, decodeScript } from '../machine/encoding.ts';
import { readAs, tooLarge, type Wanted } from '../machine/legible.ts';
import { MOST_BYTES } from '../machine/sizes.ts';
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
    const chunks = file === STDIN ? input : await opened(file);
    if (chunks === undefined) return say`${code(path)} is neither a file nor a pipe, so it is not read.`;
    return (await collect(chunks, wanted.limit)) ?? tooLarge(wanted, path);
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
