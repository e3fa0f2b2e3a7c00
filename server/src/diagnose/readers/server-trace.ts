import { say } from '../../text/message.ts';
import { addressIn, domainOf, hostIn } from '../names.ts';
import { resultsIn } from '../results.ts';
import { NOTHING_SEEN, type Sighting } from '../sighting.ts';
import { SipMessage, safe } from '../sip-message.ts';
import { timeIn } from '../times.ts';
import { bytesOf, type OpenRecord, type RecordReader } from './reader.ts';

/** Traces of servers as text: what OCSLogger and centralized logging write and Snooper shows. */
export const serverTrace: RecordReader = {
  format: 'server-trace',
  about: say`traces of servers as text, of OCSLogger, centralized logging and Snooper`,
  opens: (line) => line.includes('$$begin_record'),
  open: (text, line, before) => new TraceRecord(HEAD.test(text) ? text : `${before} ${text}`, line),
};

const HEAD = /\d\d\/\d\d\/\d{4}-\d\d:\d\d:\d\d/;
/** A record of one line, or of another component, in between. */
const OTHER = /^TL_[A-Z]+\(TF_\w+\)/;
const END = /\$\$end_record/;

class TraceRecord implements OpenRecord {
  readonly #line: number;
  readonly #time: string | undefined;
  readonly #message = new SipMessage();
  readonly #own = new Map<string, string>();
  #lastOwn = '';
  #hasStart = false;
  #left: number | undefined;
  #end = 0;
  isOver = false;

  constructor(head: string, line: number) {
    this.#line = line;
    this.#time = timeIn(head);
  }

  get body(): OpenRecord['body'] {
    return this.#left === undefined || this.#left <= 2 ? undefined : { left: this.#left - this.#end, end: END };
  }

  keeps(text: string): boolean {
    return !serverTrace.opens(text);
  }

  take(text: string): boolean {
    if (this.#left !== undefined) {
      // The mark may be a part of the body.
      this.#end = END.test(text) ? bytesOf(text) : 0;
      if (this.#end > 0) this.isOver = true;
      else this.#left -= bytesOf(text);
      return true;
    }
    if (END.test(text)) this.isOver = true;
    else if (!OTHER.test(text)) this.#field(text);
    return true;
  }

  sightings(): readonly Sighting[] {
    const found = this.#hasStart ? this.#message.sighting() : this.#diagnostic();
    if (found === undefined) return [];
    return [{ ...found, line: this.#line, time: this.#time, direction: this.#direction(), hop: this.#hop() }];
  }

  #field(text: string): void {
    const [, name = '', value = ''] = /^\s*([A-Za-z][\w-]{0,60})[ \t]*:[ \t]*(.*)$/.exec(text) ?? [];
    const key = name.toLowerCase();
    if (key === 'message-body') {
      const isThere = value !== '-' && value !== '' && !/\*{3,}/.test(value);
      this.#left = isThere ? this.#message.contentLength - bytesOf(value) : 0;
    } else if (key === 'start-line') {
      this.#hasStart = true;
      this.#message.take(value);
    } else if (this.#hasStart) this.#message.take(text);
    else if (name !== '' && this.#own.size < MOST) {
      this.#lastOwn = key;
      this.#own.set(key, value.slice(0, LONGEST));
    } else this.#own.set(this.#lastOwn, `${this.#own.get(this.#lastOwn) ?? ''}\n${text}`.slice(0, LONGEST));
  }

  /** What the server notes of a message that it refuses. */
  #diagnostic(): Omit<Sighting, 'line'> | undefined {
    const of = (key: string) => this.#own.get(key) ?? '';
    const results = resultsIn(`${of('result-code')}\n${of('text')}`);
    const call = of('sip-call-id').trim();
    if (results.length === 0) return undefined;
    const data = new Map(
      [...of('data').matchAll(/([A-Za-z][\w-]{0,40})\s{0,8}=\s{0,8}"([^"]{0,300})"/g)].map(
        ([, name = '', value = '']) => [name.toLowerCase(), value] as const,
      ),
    );
    const address = addressIn(of('sip-start-line'));
    return {
      ...NOTHING_SEEN,
      codes: results.map((code) => ({ kind: 'result', code })),
      ...(call !== '' && { dialog: `${call.slice(0, 200)} ${of('sip-cseq').trim().slice(0, 40)}` }),
      to: domainOf(address),
      said: safe(data),
      users: address?.includes('@') ? [address] : [],
    };
  }

  /** The way of the request: a response goes the other way. */
  #direction(): Sighting['direction'] {
    const own = this.#own.get('direction') ?? '';
    const [, source] = /source="([^"]*)"/.exec(own) ?? [];
    const [, target] = /destination="([^"]*)"/.exec(own) ?? [];
    const goesOut = /internal/.test(source ?? '') && /external/.test(target ?? '');
    const comesIn = /external/.test(source ?? '') && /internal/.test(target ?? '');
    if (!goesOut && !comesIn) return undefined;
    return goesOut !== this.#message.isResponse ? 'out' : 'in';
  }

  #hop(): string | undefined {
    return hostIn(this.#own.get('peer') ?? '');
  }
}

/** Records have a dozen fields of their own. */
const MOST = 40;
const LONGEST = 4000;
