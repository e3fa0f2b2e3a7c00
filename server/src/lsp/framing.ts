/**
 * Follows the frames of the messages on a stream, of which the library says nothing when they are lost: what comes then is no message
 * any more, or part of one that never ends.
 */
export class Framing {
  /** What has come of the head of a message, a letter for each byte. */
  #head = '';
  /** How many bytes are still to come of the body of a message. */
  #body = 0;

  /**
   * Takes what comes next.
   * @param skipped hears of a head that says nothing; the next one may be in order
   * @throws Error that says what is no frame of a message
   */
  take(bytes: Uint8Array, skipped: (head: string) => void = () => {}): void {
    for (let at = 0; at < bytes.length; ) {
      if (this.#body > 0) {
        const taken = Math.min(this.#body, bytes.length - at);
        this.#body -= taken;
        at += taken;
        continue;
      }
      this.#head += String.fromCharCode(bytes[at++] ?? 0);
      if (!this.#head.endsWith(BLANK_LINE)) {
        if (this.#head.length > LONGEST_HEAD) throw new Error(`no head of a message: ${shown(this.#head)}`);
        continue;
      }
      const headers = this.#head.slice(0, -BLANK_LINE.length).split('\r\n');
      // The library reads past a head with a line that is no header, whatever else it says.
      if (headers.every((header) => header.includes(':'))) this.#body = lengthIn(headers);
      else skipped(shown(this.#head));
      this.#head = '';
    }
  }
}

const BLANK_LINE = '\r\n\r\n';

/** Bytes past which something is no head any more. Two headers are known, and both are short. */
const LONGEST_HEAD = 4096;

/** Bytes past which something is no message; no editor opens a text that is so long. */
const LONGEST_BODY = 1024 ** 3;

function lengthIn(headers: readonly string[]): number {
  const found = headers.map((header) => /^content-length:\s*(\d+)\s*$/i.exec(header)?.[1]).find((digits) => digits);
  const length = Number(found);
  if (found === undefined || length > LONGEST_BODY)
    throw new Error(`no length of a message: ${shown(headers.join('\r\n'))}`);
  return length;
}

function shown(head: string): string {
  return JSON.stringify(head.slice(0, 80));
}
