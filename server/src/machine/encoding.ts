import { code, type Message, say } from '../text/message.ts';
import { guessed, latin, latinByte } from './code-pages.ts';

/** How the text of a file is written down. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file's text without its byte order mark, and how it was written down. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** Where the encoding is a guess: the first line that is no UTF-8, counted from one. */
  readonly guessedFrom?: number;
  /** The code page in which it is read, where several were possible. */
  readonly page?: string;
}

/** Why bytes are no text. */
export interface Undecodable {
  readonly fault: 'binary' | 'unmarked UTF-16' | 'malformed';
  /** The encoding that they seem to have. */
  readonly encoding: Encoding;
  /** The first line that is not in it, counted from one. */
  readonly line: number;
}

/** What there is to say of a script whose encoding is a guess. */
export const GUESSED: Message = say`This script is not UTF-8 and has no byte order mark, so it is read as Windows-1252, as Windows PowerShell reads it in western countries. Save it as UTF-8 with a byte order mark, which is read alike everywhere.`;

/** The byte order mark as text. */
export const BOM = '\ufeff';

/** The bytes of a file as text, by their mark, else as UTF-8; or what is wrong with them. */
export function decode(bytes: Uint8Array): Decoded | Undecodable {
  const encoding = markedAs(bytes) ?? 'utf-8';
  const unmarked = encoding === 'utf-8' ? unmarkedUtf16(bytes) : undefined;
  if (unmarked !== undefined) return { fault: 'unmarked UTF-16', encoding: unmarked, line: 1 };
  const marked = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const bom = marked.startsWith(BOM);
  const decoded = { text: bom ? marked.slice(1) : marked, encoding, bom };
  if (marked.includes('\0')) return { fault: 'binary', encoding, line: 1 };
  const again = encode(decoded);
  const fault = bytes.findIndex((byte, i) => byte !== again[i]);
  // A character that is cut off at the end may begin as that does which stands for it.
  if (fault < 0 && again.length === bytes.length) return decoded;
  const before = new TextDecoder(encoding).decode(fault < 0 ? bytes : bytes.subarray(0, fault));
  return { fault: 'malformed', encoding, line: before.split(/\r\n|\r|\n/).length };
}

/** The bytes of a script, as Windows PowerShell reads them: what is no UTF-8 is in the code page of western Windows. */
export function decodeScript(bytes: Uint8Array): Decoded | Undecodable {
  const decoded = decode(bytes);
  if ('text' in decoded || decoded.fault !== 'malformed' || decoded.encoding !== 'utf-8') return decoded;
  return { text: latin(bytes), encoding: 'windows-1252', bom: false, guessedFrom: decoded.line };
}

/** The bytes of a capture, as consoles and editors of Windows write them; for reading, not for writing back. */
export function decodeCapture(bytes: Uint8Array): Decoded | Undecodable {
  const decoded = decode(bytes);
  if ('text' in decoded || decoded.fault === 'binary') return decoded;
  const { fault, encoding, line } = decoded;
  if (fault === 'unmarked UTF-16') return { text: new TextDecoder(encoding).decode(bytes), encoding, bom: false };
  return encoding === 'utf-8' ? { ...guessed(bytes), encoding, bom: false, guessedFrom: line } : decoded;
}

/** Why a file is not read, and what to do. */
export function unreadable(path: string, { fault, encoding, line }: Undecodable, as: Message): Message {
  switch (fault) {
    case 'binary':
      return say`${code(path)} is a binary file, not ${as}.`;
    case 'unmarked UTF-16':
      return say`${code(path)} is UTF-16 without a byte order mark; save it as UTF-8.`;
    case 'malformed': {
      const name = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16';
      return say`${code(path)} is not ${name} (see line ${line}); save it as UTF-8.`;
    }
  }
}

/** A text for those who show what they can: what is no UTF-8 is marked. */
export function legible(bytes: Uint8Array, read = decode): Pick<Decoded, 'text' | 'guessedFrom'> {
  const decoded = read(bytes);
  return 'text' in decoded ? decoded : { text: new TextDecoder().decode(bytes) };
}

/** A text as the bytes of a file: the same as those that it was read from, if nothing has changed. */
export function encode({ text, encoding, bom }: Decoded): Uint8Array {
  const marked = bom ? BOM + text : text;
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(marked);
    case 'windows-1252':
      return Uint8Array.from(marked, (char) => latinByte(char) ?? 0);
    case 'utf-16le':
    case 'utf-16be': {
      const bytes = new DataView(new ArrayBuffer(marked.length * 2));
      for (let i = 0; i < marked.length; i++) bytes.setUint16(i * 2, marked.charCodeAt(i), encoding === 'utf-16le');
      return new Uint8Array(bytes.buffer);
    }
  }
}

/** The first character that an encoding does not have. */
export function unencodable({ text, encoding }: Decoded): string | undefined {
  return encoding === 'windows-1252' ? [...text].find((char) => latinByte(char) === undefined) : undefined;
}

function markedAs([first, second]: Uint8Array): Encoding | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Latin text in UTF-16: every other one of the first bytes is zero. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const head = [...bytes.subarray(0, 64)];
  const zeros = (parity: number) => head.filter((byte, i) => byte === 0 && i % 2 === parity).length;
  const half = Math.floor(head.length / 2);
  if (half < 2) return undefined;
  if (zeros(1) === half && zeros(0) === 0) return 'utf-16le';
  return zeros(0) >= half && zeros(1) === 0 ? 'utf-16be' : undefined;
}
