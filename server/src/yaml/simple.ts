import type { Range } from '../text/range.ts';
import type { Entry, Key, Mapping, Node, Scalar, Sequence } from './tree.ts';

/**
 * Reads the YAML that most specs are: mappings and lists below one another, words, whole numbers, `true` and `false`, quotes without
 * escapes, and collections in brackets on one line. Of what it is not sure it says nothing, and the library reads that.
 * @param start where the text begins in its document
 */
export function readSimple(text: string, start: number): Node | undefined {
  if (STRANGE.test(text)) return undefined;
  try {
    return new SimpleReader(text, start).document();
  } catch (error) {
    if (error === UNSURE) return undefined;
    throw error;
  }
}

/** Control characters but line breaks as most systems write them, and byte order marks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them
const STRANGE = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f\ufeff]|\r(?!\n)/;

/** Thrown where the library has to read. */
const UNSURE = Symbol('unsure');

/** Collections within collections that are read; what is deeper counts its levels in the library. */
const MOST_LEVELS = 12;

const KEY = /[A-Za-z][\w-]{0,99} *:(?= |\r?\n|$)/y;
/** Words, but for what stands for something else at their beginning. */
const PLAIN = /[^\s\-?:,[\]{}#&*!|>'"%@`=<~][^\r\n]*/y;
const FLOW_PLAIN = /[^\s\-?:,[\]{}#&*!|>'"%@`=<~][^\r\n,[\]{}]*/y;
const QUOTED = /'((?:[^'\r\n]|'')*)'|"([^"\\\r\n]*)"/y;
const REST = /(?: +#[^\r\n]*| *)(?=\r?\n|$)/y;
/** What may be no text, or another text than it looks like. */
const NO_TEXT = /^(?:true|false|null)$/i;
const WHOLE = /^(?:0|[1-9]\d{0,14})$/;
const NUMERIC = /^[+.\d]/;
/** Days and addresses begin like numbers and are none. */
const CLEAR_TEXT = /^(?:\d{4}-\d\d-\d\d|\d+\.\d+\.\d+(?:\.\d+)*)$/;

class SimpleReader {
  readonly #text: string;
  readonly #start: number;
  /** Where the next thing begins, behind blank lines, comments and the indentation of its line. */
  #at = 0;
  /** Characters before it on its line. */
  #indent = 0;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
    this.#line(0);
  }

  document(): Node {
    const node = this.#collection(this.#indent, 1);
    if (this.#at < this.#text.length) throw UNSURE;
    return node;
  }

  #collection(indent: number, level: number): Mapping | Sequence {
    if (level > MOST_LEVELS) throw UNSURE;
    return this.#isItem() ? this.#sequence(indent, level) : this.#mapping(indent, level);
  }

  #mapping(indent: number, level: number): Mapping {
    const entries = new Entries();
    const start = this.#at;
    let end = start;
    while (this.#at < this.#text.length && this.#indent === indent && !this.#isItem()) {
      const key = this.#key(entries);
      const value = this.#valueOf(indent, level);
      entries.add({ key, value });
      end = value.at.end;
    }
    if (entries.all.length === 0 || this.#indent > indent) throw UNSURE;
    return { kind: 'mapping', entries: fitting(entries.all), flow: false, at: { start: start + this.#start, end } };
  }

  /** The next key of a mapping that has these entries. */
  #key(entries: Entries): Key {
    const end = this.#endOfMatch(KEY);
    if (end === undefined) throw UNSURE;
    const name = this.#text.slice(this.#at, end - 1).trimEnd();
    if (entries.has(name) || NO_TEXT.test(name)) throw UNSURE;
    const at = this.#range(this.#at, this.#at + name.length);
    this.#at = end;
    return { kind: 'scalar', value: name, style: 'plain', at, verbatimAt: at.start };
  }

  /** What stands behind a key, on its line or below. */
  #valueOf(indent: number, level: number): Node {
    const from = this.#at;
    this.#skip();
    if (!this.#isEnd()) return this.#onLine(indent);
    this.#at = from;
    this.#endLine();
    const isBelow = this.#indent > indent || (this.#indent === indent && this.#isItem());
    if (this.#at >= this.#text.length || !isBelow) throw UNSURE;
    return this.#collection(this.#indent, level + 1);
  }

  #sequence(indent: number, level: number): Sequence {
    const items: Node[] = [];
    const start = this.#at;
    let end = start;
    while (this.#at < this.#text.length && this.#indent === indent && this.#isItem()) {
      const item = this.#item(indent, level);
      items.push(item);
      end = item.at.end;
    }
    if (this.#indent > indent) throw UNSURE;
    return { kind: 'sequence', items: fitting(items), flow: false, at: { start: start + this.#start, end } };
  }

  #item(indent: number, level: number): Node {
    const dash = this.#at++;
    this.#skip();
    if (this.#isEnd() || this.#isItem()) throw UNSURE;
    if (this.#endOfMatch(KEY) === undefined) return this.#onLine(indent);
    if (level >= MOST_LEVELS) throw UNSURE;
    this.#indent = indent + this.#at - dash;
    return this.#mapping(this.#indent, level + 1);
  }

  /** A value that ends with its line. */
  #onLine(indent: number): Node {
    const node = this.#single(PLAIN, 1);
    this.#endLine();
    // A deeper line goes on with the value, or is a mistake.
    if (this.#at < this.#text.length && this.#indent > indent) throw UNSURE;
    return node;
  }

  /** A value by itself; words as the pattern has them. */
  #single(words: RegExp, level: number): Node {
    const first = this.#text[this.#at];
    if (first === "'" || first === '"') return this.#quoted();
    if (first === '{') return this.#braces(level);
    if (first === '[') return this.#brackets(level);
    const end = this.#endOfMatch(words);
    if (end === undefined) throw UNSURE;
    const found = this.#text.slice(this.#at, end);
    const comment = found.indexOf(' #');
    const written = (comment < 0 ? found : found.slice(0, comment)).trimEnd();
    if (/:(?:[ ,[\]{}]|$)/.test(written)) throw UNSURE;
    const at = this.#range(this.#at, this.#at + written.length);
    this.#at += written.length;
    const value = meaningOf(written);
    return typeof value === 'string'
      ? { kind: 'scalar', value, style: 'plain', at, verbatimAt: at.start }
      : { kind: 'scalar', value, style: 'plain', at };
  }

  #quoted(): Scalar {
    QUOTED.lastIndex = this.#at;
    const found = QUOTED.exec(this.#text);
    if (found === null) throw UNSURE;
    const [whole, single, double = ''] = found;
    const value = single === undefined ? double : single.replaceAll("''", "'");
    const at = this.#range(this.#at, this.#at + whole.length);
    const isVerbatim = this.#text.startsWith(value, this.#at + 1);
    this.#at += whole.length;
    const style = single === undefined ? 'double' : 'single';
    return { kind: 'scalar', value, style, at, ...(isVerbatim && { verbatimAt: at.start + 1 }) };
  }

  #braces(level: number): Mapping {
    const entries = new Entries();
    const at = this.#within('}', level, () => {
      const key = this.#key(entries);
      this.#skip();
      entries.add({ key, value: this.#single(FLOW_PLAIN, level + 1) });
    });
    return { kind: 'mapping', entries: fitting(entries.all), flow: true, at };
  }

  #brackets(level: number): Sequence {
    const items: Node[] = [];
    const at = this.#within(']', level, () => {
      items.push(this.#single(FLOW_PLAIN, level + 1));
    });
    return { kind: 'sequence', items: fitting(items), flow: true, at };
  }

  /** What stands between brackets, at least one thing, with commas between them. */
  #within(close: string, level: number, read: () => void): Range {
    if (level > MOST_LEVELS) throw UNSURE;
    const start = this.#at;
    do {
      this.#at++;
      this.#skip();
      read();
      this.#skip();
    } while (this.#text[this.#at] === ',');
    if (this.#text[this.#at] !== close) throw UNSURE;
    this.#at++;
    return this.#range(start, this.#at);
  }

  /** Goes on to the next line that says something; what is left of this one may be a comment. */
  #endLine(): void {
    const end = this.#endOfMatch(REST);
    if (end === undefined) throw UNSURE;
    this.#line(end);
  }

  #line(from: number): void {
    let at = from;
    for (;;) {
      const begin = at;
      while (this.#text[at] === ' ') at++;
      const first = this.#text[at];
      if (first === '#') at = this.#endOf(at);
      else if (first === '\n') at++;
      else if (first === '\r') at += 2;
      else {
        this.#at = at;
        this.#indent = at - begin;
        return;
      }
    }
  }

  #endOf(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length : end;
  }

  #isItem(): boolean {
    return this.#text[this.#at] === '-' && this.#text[this.#at + 1] === ' ';
  }

  /** Whether nothing more stands on the line but a comment. */
  #isEnd(): boolean {
    const first = this.#text[this.#at];
    return first === undefined || first === '\n' || first === '\r' || first === '#';
  }

  /** Over blanks. */
  #skip(): void {
    while (this.#text[this.#at] === ' ') this.#at++;
  }

  /** Where a pattern ends that begins here. To ask for its match would make an array for each word of a text. */
  #endOfMatch(pattern: RegExp): number | undefined {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text) ? pattern.lastIndex : undefined;
  }

  #range(start: number, end: number): Range {
    return { start: start + this.#start, end: end + this.#start };
  }
}

/** A list as long as it is: one that grew has room for seventeen at once, and most of these lists have one or two items. */
function fitting<T>(grown: readonly T[]): readonly T[] {
  return grown.slice();
}

/** The entries of a mapping that is being read. Most have one or two, of which no set of names is needed to know them. */
class Entries {
  readonly all: Entry[] = [];
  #names: Set<string> | undefined;

  has(name: string): boolean {
    return this.#names?.has(name) ?? this.all.some(({ key }) => key.value === name);
  }

  add(entry: Entry): void {
    this.all.push(entry);
    if (this.all.length === MANY) this.#names = new Set(this.all.map(({ key }) => key.value));
    else this.#names?.add(entry.key.value);
  }
}

const MANY = 20;

function meaningOf(written: string): string | number | boolean {
  if (written === 'true') return true;
  if (written === 'false') return false;
  if (NO_TEXT.test(written)) throw UNSURE;
  if (!NUMERIC.test(written)) return written;
  if (WHOLE.test(written)) return Number(written);
  if (CLEAR_TEXT.test(written)) return written;
  throw UNSURE;
}
