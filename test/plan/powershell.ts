import type { CommandValue, GivenValue } from '../../server/src/cmdlets/command.ts';

/** A command line as a shell reads it. */
export interface ReadLine {
  readonly cmdlet: string;
  readonly parameters: Readonly<Record<string, GivenValue>>;
}

/**
 * Reads one command line by the rules of PowerShell's own tokenizer (tokenizer.cs, argument mode), as far as a plan writes
 * any; on everything else it fails. It shares nothing with the code under test.
 */
export function readLine(line: string): ReadLine {
  const reader = new Reader(line);
  const cmdlet = reader.word(/[A-Za-z-]/);
  const parameters: Record<string, GivenValue> = {};
  while (reader.blank()) {
    if (!reader.take('-')) throw new Error(`an argument without a name in ${JSON.stringify(line)}`);
    const name = reader.word(/[A-Za-z0-9]/);
    if (Object.hasOwn(parameters, name)) throw new Error(`-${name} twice in ${line}`);
    parameters[name] = reader.take(':') ? reader.value() : reader.isAtName() ? undefined : reader.values();
  }
  return { cmdlet, parameters };
}

/** All that the tokenizer calls a single quote. */
const SINGLE = "'\u2018\u2019\u201a\u201b";

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  take(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  blank(): boolean {
    const start = this.#at;
    while (this.#text[this.#at] === ' ') this.#at++;
    return this.#at > start;
  }

  /** Whether the line ends here, or another parameter follows. */
  isAtName(): boolean {
    return this.#at >= this.#text.length || / -[A-Za-z]/y.test(this.#text.slice(this.#at, this.#at + 3));
  }

  word(of: RegExp): string {
    const start = this.#at;
    while (of.test(this.#text[this.#at] ?? '')) this.#at++;
    if (start === this.#at) throw new Error(`no word at ${start} of ${JSON.stringify(this.#text)}`);
    return this.#text.slice(start, this.#at);
  }

  values(): GivenValue {
    this.blank();
    if (this.take('@()')) return [];
    if (this.take('(')) return this.#closed({ cmdlet: this.word(/[A-Za-z-]/) }, ')');
    if (this.take('@{')) {
      const change = this.take('Add=') ? 'Add' : 'Remove';
      if (change === 'Remove' && !this.take('Remove=')) throw new Error(`no change of a list in ${this.#text}`);
      return this.#closed({ change, items: [this.#texts()].flat().map(String) }, '}');
    }
    return this.#texts();
  }

  #closed<T>(value: T, by: string): T {
    if (!this.take(by)) throw new Error(`no ${by} at ${this.#at} of ${JSON.stringify(this.#text)}`);
    return value;
  }

  #texts(): CommandValue | null {
    const all = [this.value()];
    while (this.take(',')) all.push(this.value());
    const [only = null] = all;
    return all.length === 1 ? only : all.map(String);
  }

  value(): string | number | boolean | null {
    if (this.take('$WhatIfPreference') || this.take('$null')) return null;
    if (this.take('$true')) return true;
    if (this.take('$false')) return false;
    if (SINGLE.includes(this.#text[this.#at] ?? ' ')) return this.#quoted();
    const word = this.word(/[A-Za-z0-9.-]/);
    if (/^\d+$/.test(word)) return Number(word);
    if (/^[A-Za-z]/.test(word)) return word;
    throw new Error(`${word} is no plain word`);
  }

  #quoted(): string {
    let value = '';
    for (;;) {
      const char = this.#text[++this.#at];
      if (char === undefined) throw new Error('a quote is not closed');
      if (/[\n\r]/.test(char)) throw new Error('a line ends inside of quotes');
      if (!SINGLE.includes(char)) {
        value += char;
        continue;
      }
      const next = this.#text[++this.#at];
      // Two quotes in a row are the second one of them.
      if (next === undefined || !SINGLE.includes(next)) return value;
      value += next;
    }
  }
}
