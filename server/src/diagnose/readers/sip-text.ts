import { say } from '../../text/message.ts';
import type { Sighting } from '../sighting.ts';
import { SipMessage } from '../sip-message.ts';
import { timeIn } from '../times.ts';
import type { OpenRecord, RecordReader } from './reader.ts';

const START = /(?:^|[\s|"'])(SIP\/2\.0 [1-6]\d\d\b.*|[A-Z]{3,12} sips?:\S+ SIP\/2\.0.*)$/;

/** Messages of SIP as they are, in a mail or in the log of a gateway. */
export const sipText: RecordReader = {
  format: 'sip-text',
  about: say`messages of SIP as they are, also as gateways log them`,
  opens: (line) => START.test(line),
  open: (text, line, before) => new SipText(text, line, timeIn(text) ?? timeIn(before)),
};

class SipText implements OpenRecord {
  readonly #line: number;
  readonly #time: string | undefined;
  readonly #message = new SipMessage();
  isOver = false;

  constructor(text: string, line: number, time: string | undefined) {
    this.#line = line;
    this.#time = time;
    this.#message.take(START.exec(text)?.[1] ?? text);
  }

  take(text: string): boolean {
    const line = text.replace(/^\s*\|/, '');
    if (line.trim() === '') this.isOver = true;
    else this.#message.take(line);
    return true;
  }

  sightings(): readonly Sighting[] {
    const found = this.#message.sighting();
    return found === undefined ? [] : [{ ...found, line: this.#line, time: this.#time }];
  }
}
