import { createReadStream } from 'node:fs';
import { code, type Message, say } from '../text/message.ts';
import { type Decoded, decode } from './decode.ts';
import { Complaint } from './exit.ts';
import { find, hindrance, STDIN, shown } from './find.ts';
import type { Shell } from './shell.ts';

/** A spec to work on. */
export interface Input extends Decoded {
  /** As reports show it. */
  readonly path: string;
  /** Where it lies; absent for standard input. */
  readonly file?: string;
}

/** What could be read, and word of what could not. */
export interface Gathered {
  readonly inputs: readonly Input[];
  readonly complaints: readonly Message[];
}

/** Finds and reads the specs that were named. One that cannot be read does not hide the others. */
export async function gather(words: readonly string[], shell: Pick<Shell, 'cwd' | 'input'>): Promise<Gathered> {
  const inputs = new Map<string, Input>();
  const complaints: Message[] = [];
  for (const word of words) {
    try {
      const found = await find(word, shell.cwd);
      complaints.push(...found.complaints);
      for (const file of found.files) {
        if (inputs.has(file)) continue;
        const input = await read(file, shell);
        if ('template' in input) complaints.push(input);
        else inputs.set(file, input);
      }
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      complaints.push(error.text);
    }
  }
  return { inputs: [...inputs.values()], complaints };
}

/** Bytes past which a file is no spec: one with 10,000 domains has less than a megabyte. */
const LIMIT = 32 * 1024 * 1024;

async function read(file: string, { cwd, input }: Pick<Shell, 'cwd' | 'input'>): Promise<Input | Message> {
  const path = file === STDIN ? '<stdin>' : shown(file, cwd);
  try {
    const bytes = await collect(file === STDIN ? input : createReadStream(file));
    if (bytes === undefined)
      return say`${code(path)} is larger than ${LIMIT / 1024 / 1024} MB, too large for a federation spec.`;
    const decoded = decode(bytes, path);
    if ('template' in decoded) return decoded;
    return { path, ...(file === STDIN ? {} : { file }), ...decoded };
  } catch (error) {
    return hindrance(error, path);
  }
}

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
