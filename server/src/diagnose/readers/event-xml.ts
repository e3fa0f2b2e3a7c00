import { say } from '../../text/message.ts';
import type { Sighting } from '../sighting.ts';
import { seenIn } from './events.ts';
import type { OpenRecord, RecordReader } from './reader.ts';

const BEGIN = /<Event(?:\s[^<>]*)?>/;

/** Events as XML: of `wevtutil`, saved by the Event Viewer, or of its details. */
export const eventXml: RecordReader = {
  format: 'event-xml',
  about: say`events as XML, of wevtutil and of the Event Viewer`,
  opens: (line) => BEGIN.test(line),
  open: (text, line) => new EventXml(text, line),
};

class EventXml implements OpenRecord {
  readonly #line: number;
  readonly #found: Sighting[] = [];
  #lines: string[] = [];
  #length = 0;
  isOver = false;

  constructor(first: string, line: number) {
    this.#line = line;
    this.take(first);
  }

  keeps(): boolean {
    return true;
  }

  /** Many events may stand on one line. */
  take(text: string): boolean {
    this.#lines.push(text);
    this.#length += text.length;
    if (text.includes(END)) {
      const rest = this.#readIn(this.#lines.join('\n'));
      [this.#lines, this.#length] = [[rest], rest.length];
      this.isOver = !BEGIN.test(rest);
    } else if (this.#length > LONGEST) this.isOver = true;
    return true;
  }

  sightings(): readonly Sighting[] {
    return this.#found;
  }

  /** Reads the events that end in a text, and hands back what comes behind them. */
  #readIn(text: string): string {
    let from = 0;
    for (let end = text.indexOf(END); end >= 0; end = text.indexOf(END, from)) {
      const event = text.slice(from, end);
      const start = event.search(BEGIN);
      if (start >= 0) this.#read(event.slice(start));
      from = end + END.length;
    }
    return text.slice(from);
  }

  #read(xml: string): void {
    const of = (form: RegExp) => unescaped(form.exec(xml)?.[1] ?? '');
    const code = of(/<EventID[^<>]*>\s*(\d{1,5})/);
    if (code === '') return;
    const data = [...xml.matchAll(/<Data[^<>]*>([^<]{0,2000})/g)].map(([, value = '']) => unescaped(value));
    const told = of(/<Message>([^<]{0,16000})/);
    const writer = of(/<Provider[^<>]*?\sName\s*=\s*["']([^"']{1,200})/);
    const time = of(/SystemTime\s*=\s*["']([^"']{1,40})/);
    const text = told === '' ? data.join('\n') : told;
    const computer = of(/<Computer>([^<]{0,200})/);
    this.#found.push(...seenIn({ line: this.#line, code, writer, time, computer, text }));
  }
}

const END = '</Event>';
const LONGEST = 1_000_000;

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(\w{2,5}));/gi, (all, decimal, hex, name) => {
    if (decimal !== undefined || hex !== undefined) {
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    }
    return NAMED[String(name).toLowerCase()] ?? all;
  });
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
