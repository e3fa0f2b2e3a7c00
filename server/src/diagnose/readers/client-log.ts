import { say } from '../../text/message.ts';
import { hostIn } from '../names.ts';
import type { Sighting } from '../sighting.ts';
import { SipMessage } from '../sip-message.ts';
import { timeIn } from '../times.ts';
import { bytesOf, type OpenRecord, type RecordReader } from './reader.ts';

const STAMP = /^\d\d\/\d\d\/\d{4}\|\d\d:\d\d:\d\d\.\d{3}\s+[0-9A-Fa-f]+:[0-9A-Fa-f]+\s+\w+\s*::\s?(.*)$/;
const BEGIN = /^(Data Received|Sending Packet)\b/i;
const END = /::\s*End of (?:Data Received|Sending Packet)/i;

/** Logs of clients (UCCAPI). */
export const clientLog: RecordReader = {
  format: 'client-log',
  about: say`logs of clients, UCCAPI`,
  opens: (line) => BEGIN.test(STAMP.exec(line)?.[1] ?? ''),
  open: (text, line) => new ClientRecord(text, line),
};

class ClientRecord implements OpenRecord {
  readonly #line: number;
  readonly #time: string | undefined;
  readonly #isSent: boolean;
  readonly #hop: string | undefined;
  readonly #message = new SipMessage();
  #hasStart = false;
  #left: number | undefined;
  #end = 0;
  isOver = false;

  constructor(head: string, line: number) {
    this.#line = line;
    this.#time = timeIn(head);
    this.#isSent = /:: ?Sending/i.test(head);
    this.#hop = hostIn(/(?:Received|Packet)\s*-\s*(\S+)/i.exec(head)?.[1] ?? '');
  }

  get body(): OpenRecord['body'] {
    return this.#left === undefined || this.#left <= 2 ? undefined : { left: this.#left - this.#end, end: END };
  }

  keeps(text: string): boolean {
    return !clientLog.opens(text);
  }

  take(text: string): boolean {
    this.#end = END.test(text) ? bytesOf(text) : 0;
    if (this.#end > 0) this.isOver = true;
    else if (this.#left !== undefined) this.#left -= bytesOf(text);
    else {
      const [, payload] = STAMP.exec(text) ?? [];
      const line = payload ?? text;
      const isEmpty = line.trim() === '';
      // Other threads write between the lines of a message.
      if (payload !== undefined && this.#hasStart && !isEmpty) return true;
      // A head has fields, so it does not end before them.
      if (isEmpty && this.#message.hasFields) this.#left = this.#message.contentLength;
      else if (!isEmpty) {
        this.#hasStart = true;
        this.#message.take(line);
      }
    }
    return true;
  }

  sightings(): readonly Sighting[] {
    const found = this.#hasStart ? this.#message.sighting() : undefined;
    if (found === undefined) return [];
    // What a client is told failed on the way that its own request took.
    const direction = this.#message.isResponse !== this.#isSent ? 'out' : 'in';
    return [{ ...found, line: this.#line, time: this.#time, direction, hop: this.#hop }];
  }
}
