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
export function bounded({ head, data = {}, entries, remedy }: Answer, list: string, bundle: Bundle): Sent {
  const notes = head.slice(0, MOST_NOTES).map((message) => shortened(visible(textOf(message, bundle)), MOST_HEAD));
  const texts = [shortened(notes.join('\n'), MOST_TEXT / 2)];
  const around = Object.fromEntries(Object.entries(data).flatMap(([key, value]) => fitting(key, value)));
  const found: object[] = [];
  let [text, json] = [texts.join('').length, JSON.stringify(around).length];
  for (const make of entries) {
    const entry = make();
    const size = { text: entry.text.length + 2, json: JSON.stringify(entry.data).length + 1 };
    const isFirst = found.length === 0 && texts.length === 1;
    if (!isFirst && (text + size.text > MOST_TEXT || json + size.json > MOST_DATA)) break;
    texts.push(shortened(entry.text, MOST_TEXT - text));
    found.push(json + size.json > MOST_DATA ? { cut: true } : entry.data);
    text += size.text;
    json += size.json;
  }
  const leftOut = entries.length - found.length;
  if (leftOut > 0) texts.push(textOf(say`Left out: ${leftOut} of ${entries.length}. ${remedy}`, bundle));
  return { text: texts.filter((part) => part !== '').join('\n\n'), data: { ...around, [list]: found, leftOut } };
}

/** As many of a list beside the entries as leave room for these. */
function fitting(key: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (!Array.isArray(value)) return [[key, value]];
  let size = 0;
  const end = value.findIndex((one) => {
    size += JSON.stringify(one).length + 1;
    return size > MOST_DATA / 2;
  });
  return end < 0
    ? [[key, value]]
    : [
        [key, value.slice(0, end)],
        [`${key}LeftOut`, value.length - end],
      ];
}

/** A text that ends in a sign that it goes on, where it is too long. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\p{Surrogate}$/u, '')}…`;
}

const MOST_HEAD = 2000;
const MOST_NOTES = 20;
