import { type Bundle, type Message, say, textOf } from '../text/message.ts';
import { visible } from '../text/visible.ts';

/** What a tool has found, before anybody looks how much that is. */
export interface Answer {
  /** What comes before the entries, and stays whatever is left out. */
  readonly head: readonly Message[];
  /** The same for programs. */
  readonly data?: object;
  /** Each is made when there is room for it. */
  readonly entries: readonly (() => Entry)[];
  /** What to do about entries that are left out. */
  readonly remedy: Message;
}

/** One thing of several, for readers and for programs. */
export interface Entry {
  readonly text: string;
  readonly data: object;
}

/** An answer as it is sent. */
export interface Sent {
  readonly text: string;
  /** `leftOut` tells how many entries are not there. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Characters of an answer: as text, and as JSON. A model pays for each. */
export const MOST_TEXT = 24_000;
export const MOST_DATA = 60_000;

/** As much of an answer as has room, the first entries first; what is left out is counted. */
export function bounded({ head, data, entries, remedy }: Answer, list: string, bundle: Bundle): Sent {
  const notes = head.map((message) => shortened(visible(textOf(message, bundle)), MOST_HEAD));
  const texts = [notes.slice(0, MOST_NOTES).join('\n')];
  const found: object[] = [];
  let [text, json] = [texts.join('').length, 0];
  for (const make of entries) {
    const entry = make();
    const size = { text: entry.text.length + 2, json: JSON.stringify(entry.data).length + 1 };
    const isFirst = found.length === 0 && texts.length === 1;
    if (!isFirst && (text + size.text > MOST_TEXT || json + size.json > MOST_DATA)) break;
    texts.push(shortened(entry.text, MOST_TEXT - text));
    found.push(size.json > MOST_DATA ? { cut: true } : entry.data);
    text += size.text;
    json += size.json;
  }
  const leftOut = entries.length - found.length;
  if (leftOut > 0) texts.push(textOf(say`Left out: ${leftOut} of ${entries.length}. ${remedy}`, bundle));
  return { text: texts.filter((part) => part !== '').join('\n\n'), data: { ...data, [list]: found, leftOut } };
}

/** A text that ends in a sign that it goes on, where it is too long. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\p{Surrogate}$/u, '')}…`;
}

const MOST_HEAD = 2000;
const MOST_NOTES = 20;
