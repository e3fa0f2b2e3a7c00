import { withoutColours } from '../text/colours.ts';
import { asTyped } from './plain-text.ts';
import { bytesOf, type OpenRecord, type RecordReader } from './readers/reader.ts';
import { readersOfFile } from './readers.ts';
import type { Sighting } from './sighting.ts';

/** What looks like a record in the body of a message that tells how long it is: whether it is one shows at the end of that body. */
interface Doubt {
  left: number;
  readonly end: RegExp;
  readonly held: Sighting[];
}

/** Reads a trace piece by piece; of the text that was read, nothing is kept but an open record. */
export class Trace {
  /** The forms that were met. */
  readonly formats = new Set<string>();
  readonly #readers = readersOfFile();
  readonly #see: (sighting: Sighting) => void;
  #rest = '';
  #line = 0;
  #before = '';
  #open: { readonly reader: RecordReader; readonly record: OpenRecord } | undefined;
  #doubt: Doubt | undefined;
  /** Records that are none: they stand in the body of a message. */
  forged = 0;

  constructor(see: (sighting: Sighting) => void) {
    this.#see = see;
  }

  /** The lines that were read. */
  get lines(): number {
    return this.#line;
  }

  read(piece: string): void {
    const lines = (this.#rest + piece).split(LINE_END);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#take(line);
    // A line without end may be all of a file.
    while (this.#rest.length > LONGEST) {
      const cut = cutOf(this.#rest);
      this.#take(this.#rest.slice(0, cut), false);
      this.#rest = this.#rest.slice(cut);
    }
  }

  end(): void {
    if (this.#rest !== '') this.#take(this.#rest);
    this.#rest = '';
    this.#close();
    for (const one of this.#doubt?.held ?? []) this.#see(one);
  }

  #take(raw: string, isWhole = true): void {
    if (isWhole || this.#line === 0) this.#line++;
    const line = withoutColours(asTyped(raw.endsWith('\r') ? raw.slice(0, -1) : raw));
    const keeps = this.#open?.record.keeps?.(line) ?? false;
    const reader = keeps ? undefined : this.#readers.find((one) => one.opens(line));
    if (reader !== undefined) {
      this.#close();
      this.formats.add(reader.format);
      this.#open = { reader, record: reader.open(line, this.#line, this.#before) };
    } else if (this.#open && !this.#open.record.take(line)) this.#close();
    this.#weigh(line);
    if (this.#open?.record.isOver) this.#close();
    this.#before = line;
  }

  /** What stands in a body that ends where its length says so was no record. */
  #weigh(line: string): void {
    const doubt = this.#doubt;
    if (doubt === undefined) return;
    if (doubt.end.test(line) && Math.abs(doubt.left) <= 2) {
      this.forged += doubt.held.length + (this.#open?.record.sightings().length ?? 0);
      this.#doubt = undefined;
      this.#open = undefined;
      return;
    }
    doubt.left -= bytesOf(line);
    if (doubt.left >= -2) return;
    this.#doubt = undefined;
    for (const one of doubt.held) this.#see(one);
  }

  #close(): void {
    const record = this.#open?.record;
    this.#open = undefined;
    if (record === undefined) return;
    for (const one of record.sightings()) {
      if (this.#doubt) this.#doubt.held.push(one);
      else this.#see(one);
    }
    if (record.body && this.#doubt === undefined && record.body.left <= MOST_BODY)
      this.#doubt = { ...record.body, held: [] };
  }
}

/** Returns that a log wrote as numbers end lines, too. */
const LINE_END = /\n|#015(?: ?#012)?/;
const LONGEST = 64 * 1024;
/** A body that is longer is not waited for. */
const MOST_BODY = 256 * 1024;

/** Where a line that is too long is cut: behind a tag, where it has one. */
function cutOf(text: string): number {
  const tag = text.lastIndexOf('>', LONGEST);
  return tag > 0 ? tag + 1 : LONGEST;
}
