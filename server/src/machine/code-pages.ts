import { japanese } from './japanese.ts';
import { korean } from './korean.ts';

/** A text in a code page of Windows that nobody named. */
interface Guessed {
  readonly text: string;
  /** What people call the code page. */
  readonly page: string;
}

/** Bytes that are no UTF-8 as text: Korean, Japanese, or what a western console or window of Windows writes. */
export function guessed(bytes: Uint8Array): Guessed {
  const text = korean(bytes);
  if (text !== undefined) return { text, page: '949' };
  const other = japanese(bytes);
  if (other !== undefined) return { text: other, page: '932' };
  const oem = count(bytes, isOem);
  return oem > count(bytes, isLatin)
    ? { text: inPage(bytes, OEM_850), page: '850' }
    : { text: latin(bytes), page: '1252' };
}

/** Bytes as text in Windows-1252. */
export function latin(bytes: Uint8Array): string {
  return inPage(bytes, LATIN_1252);
}

/** The byte of a character in Windows-1252. */
export function latinByte(char: string): number | undefined {
  const code = char.charCodeAt(0);
  const above = LATIN_1252.indexOf(char);
  return code < 0x80 ? code : above < 0 ? undefined : 0x80 + above;
}

/** How many bytes of a text within words are letters by a measure. */
function count(bytes: Uint8Array, isLetter: (byte: number, isWithin: Within) => boolean): number {
  let letters = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte <= 0x7f) continue;
    const beside = [bytes[at - 1], bytes[at + 1]];
    const word = beside.every(isAscii);
    const isWithin = { word, small: word && isSmall(beside[1]) };
    if (beside.some(isAscii) && isLetter(byte, isWithin)) letters++;
  }
  return letters;
}

/** Whether Latin letters stand on both sides, and whether the one behind is small. */
interface Within {
  readonly word: boolean;
  readonly small: boolean;
}

function isAscii(byte = 0): boolean {
  return isSmall(byte) || (byte >= 0x41 && byte <= 0x5a);
}

function isSmall(byte = 0): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

/** A letter of consoles that is a mark or nothing in Windows-1252, or would be a capital among small letters. */
function isOem(byte: number, { word, small }: Within): boolean {
  if (byte >= 0xa1 && byte <= 0xa5) return word;
  if (byte === 0xc6) return small;
  return byte >= 0x81 && byte <= 0x98 && !MARKS_OF_1252.has(byte);
}

/** Letters of Windows-1252, and its apostrophe, that stand within words. */
const MARKS_OF_1252: ReadonlySet<number> = new Set([0x8a, 0x8c, 0x8e, 0x91, 0x92]);

/** A letter of Windows-1252 that is a line or a block of consoles, or none that stands within words. */
function isLatin(byte: number, { small }: Within): boolean {
  return byte >= 0xc0 && byte !== 0xe1 && !(byte === 0xc6 && small);
}

function inPage(bytes: Uint8Array, page: string): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += CHUNK)
    parts.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK)));
  return parts.join('').replaceAll(/[\u0080-\u00ff]/g, (char) => page[char.charCodeAt(0) - 0x80] ?? char);
}

const CHUNK = 8192;

/** The upper half of Windows-1252. Node 20 decodes it as Latin 1, so the table is our own. */
const LATIN_1252 =
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
  String.fromCharCode(...Array.from({ length: 96 }, (_, at) => 0xa0 + at));

/** The upper half of code page 850; the letters in it that are usual are those of 437, too. */
const OEM_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤' +
  'ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
