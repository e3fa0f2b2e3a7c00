import { guessed } from './code-pages.ts';

/** Text of any length, piece by piece; of its bytes, nothing is kept but the first few and a character that is cut. */
export class Pieces {
  #decoder: TextDecoder | undefined;
  #head: Uint8Array = new Uint8Array();

  /** The text as far as the bytes tell it. */
  take(chunk: Uint8Array): string {
    if (this.#decoder) return this.#decoder.decode(chunk, { stream: true });
    this.#head = joined(this.#head, chunk);
    if (this.#head.length < HEAD) return '';
    this.#decoder = decoderFor(this.#head);
    return this.#decoder.decode(this.#head, { stream: true });
  }

  /** The rest. */
  end(): string {
    return this.#decoder?.decode() ?? decoderFor(this.#head).decode(this.#head);
  }
}

/** What is looked at to tell how a text is written down. */
const HEAD = 64 * 1024;

/** By its mark, by the zeros of UTF-16, else UTF-8 or the code page that its first bytes look like. */
function decoderFor(head: Uint8Array): TextDecoder {
  const [first, second, third] = head;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8');
  const sample = head.subarray(0, 1024);
  const zeros = (parity: number) => sample.filter((byte, i) => byte === 0 && i % 2 === parity).length;
  if (zeros(1) > sample.length / 4) return new TextDecoder('utf-16le');
  if (zeros(0) > sample.length / 4) return new TextDecoder('utf-16be');
  if (isUtf8(head)) return new TextDecoder('utf-8');
  return new TextDecoder(PAGES[guessed(head).page] ?? 'windows-1252');
}

const PAGES: Readonly<Record<string, string>> = { '949': 'euc-kr', '932': 'shift_jis' };

/** All of it but a character that is cut off at the end. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
