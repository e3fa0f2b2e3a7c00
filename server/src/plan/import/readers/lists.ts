import { type Message, say } from '../../../text/message.ts';
import type { Asked } from '../asked.ts';
import type { FoundObject, FoundValue, Lines } from '../found.ts';
import { isText } from '../nouns.ts';

/** `Name   : value`, at whatever indentation; the name has no blank in it. */
export const PROPERTY = /^([ \t]*)([A-Za-z][\w-]*)([ \t]*): ?(.*)$/;

interface Shown extends Lines {
  readonly name: string;
  value: string;
  last: number;
  readonly column: number;
  full: boolean;
}

/**
 * An object whose properties stand below each other, as `Format-List` shows it. A value that the console broke goes on below its
 * own beginning; whether a blank stood at the break is told by whether the line was full.
 */
export class ListedObject {
  /** Whether a blank line came after what was taken last. */
  isPaused = false;
  readonly #width: number;
  /** In lower case. */
  readonly #names = new Set<string>();
  readonly #values: Shown[] = [];
  #indent = '';
  /** A blank line stands after each property. */
  #isSpaced = true;

  /** @param width that of a full line */
  constructor(width: number) {
    this.#width = width;
  }

  /** Takes a line, counted from one, unless it does not belong to the object. */
  takes(number: number, line: string, next = ''): boolean {
    const property = PROPERTY.exec(line);
    if (property === null || (this.#values.length > 0 && property[1] !== this.#indent))
      return this.#goesOn(number, line);
    const [, indent = '', name = '', gap = '', value = ''] = property;
    if (this.#names.has(name.toLowerCase())) return false;
    if (this.isPaused && !(this.#isSpaced && /^(?:\s|$)/.test(next))) return false;
    if (this.#values.length === 0) this.#indent = indent;
    else this.#isSpaced &&= this.isPaused;
    this.isPaused = false;
    this.#names.add(name.toLowerCase());
    const column = name.length + gap.length + ': '.length;
    this.#values.push({ name, value, column, full: line.length >= this.#width, line: number, last: number });
    return true;
  }

  /** Takes a line that continues the last value. */
  #goesOn(number: number, line: string): boolean {
    const last = this.#values.at(-1);
    const part = line.trim();
    const isBelow = line.length - part.length >= this.#indent.length + Math.min(last?.column ?? 0, 2);
    if (last === undefined || this.isPaused || !isBelow) return false;
    last.value += last.full || last.value === '' ? part : ` ${part}`;
    last.full = line.length >= this.#width;
    last.last = number;
    return true;
  }

  /** What it is. */
  shown(source: string, { noun, lacks }: Asked): FoundObject {
    const doubts: Record<string, Message> = {};
    const properties: Record<string, FoundValue> = {};
    for (const { name, value } of this.#values) {
      if (!isText(name) && isCut(value))
        doubts[name] = say`The console cut it off; set $FormatEnumerationLimit to -1 and look again.`;
      properties[name] = shownValue(name, value);
    }
    const places = new Map<string, Lines>(this.#values.map(({ name, line, last }) => [name, { line, last }]));
    const [first, end] = [this.#values.at(0), this.#values.at(-1)];
    return {
      noun,
      properties,
      source,
      ...(first && end && { line: first.line, last: end.last }),
      placeOf: (name) => places.get(name),
      comments: [],
      doubts,
      ...(lacks.includes('objects') && { hasOthers: true as const }),
    };
  }
}

/** A list is cut off; a text is shown whole, also one that ends in dots. */
function isCut(value: string): boolean {
  return /^\{.*(?:\.\.\.|\u2026)\}$/s.test(value);
}

/** A value as it is shown; braces are those of a list, unless somebody wrote them in a text. */
export function shownValue(name: string, value: string): FoundValue {
  if (value === '') return null;
  const list = isText(name) ? null : /^\{(.*)\}$/s.exec(value);
  if (list === null) return value;
  const inside = (list[1] ?? '').trim();
  return inside === '' ? [] : inside.split(/,\s*/);
}
