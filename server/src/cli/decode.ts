import { isUtf8 } from 'node:buffer';
import { code, type Message, say } from '../text/message.ts';

/** A file's text without its byte order mark, and whether it had one. */
export interface Decoded {
  readonly text: string;
  readonly bom: boolean;
}

/** The byte order mark as text. */
export const BOM = '\ufeff';

/** The bytes of a file as text, or what is wrong with them. */
export function decode(bytes: Uint8Array, path: string): Decoded | Message {
  if (isUtf16(bytes)) return say`${code(path)} is UTF-16; save it as UTF-8.`;
  if (bytes.includes(0)) return say`${code(path)} is a binary file, not a federation spec.`;
  if (!isUtf8(bytes)) return say`${code(path)} is not UTF-8 (see line ${lineOfFault(bytes)}); save it as UTF-8.`;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return text.startsWith(BOM) ? { text: text.slice(1), bom: true } : { text, bom: false };
}

/** Marked as UTF-16, or Latin text in it: every other one of the first bytes is zero. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const head = [...bytes.subarray(0, 64)];
  const zeros = (parity: number) => head.filter((byte, i) => byte === 0 && i % 2 === parity).length;
  const half = Math.floor(head.length / 2);
  return half > 1 && ((zeros(1) === half && zeros(0) === 0) || (zeros(0) >= half && zeros(1) === 0));
}

function lineOfFault(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return bytes.subarray(0, good).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1);
}

/** Whether the bytes are the beginning of UTF-8 text; they may end within a character, which is at most four bytes long. */
function isPrefix(bytes: Uint8Array): boolean {
  return [0, 1, 2, 3].some((cut) => cut <= bytes.length && isUtf8(bytes.subarray(0, bytes.length - cut)));
}
