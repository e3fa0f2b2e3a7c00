import type { Message } from '../../../text/message.ts';
import { type FoundObject, type FoundValue, isListed, isProperties, MOST_LEVELS, tooDeep } from '../found.ts';
import { type JsonPlace, stringEnd, wholePlace } from './json-place.ts';

/** A value, and where it stands. */
export interface Placed {
  readonly value: FoundValue;
  readonly place: JsonPlace | undefined;
}

/** Reads a text as JSON; says why nobody would have written it; undefined where it is none. */
export function parseJson(text: string, source: string): Placed | { readonly fault: Message } | undefined {
  const value = jsonIn(text);
  if (value === undefined) return undefined;
  const deep = deepLine(text);
  return deep === undefined ? { value, place: wholePlace(text) } : { fault: tooDeep(source, deep) };
}

/** A property of an object; null where it has none of this name. */
export function valueIn({ value, place }: Placed, key: string): Placed {
  return { value: isProperties(value) ? (value[key] ?? null) : null, place: place?.in(key) };
}

/** The items of a list; a value that is none stands for itself. */
export function itemsOf({ value, place }: Placed): readonly Placed[] {
  return isListed(value) ? value.map((item, i) => ({ value: item, place: place?.in(String(i)) })) : [{ value, place }];
}

/** Where an object stands, and its properties. */
export function placesOf({ place }: Placed): Pick<FoundObject, 'line' | 'last' | 'placeOf'> {
  if (place === undefined) return {};
  const { line, last } = place;
  return { line, last, placeOf: (property) => place.in(property) };
}

/** The first line on which a text that is JSON is nested too deeply. */
function deepLine(text: string): number | undefined {
  let levels = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') at = stringEnd(text, at);
    else if (char === '{' || char === '[') levels++;
    else if (char === '}' || char === ']') levels--;
    if (levels > MOST_LEVELS) return text.slice(0, at).split('\n').length;
  }
  return undefined;
}

function jsonIn(text: string): FoundValue | undefined {
  try {
    const data: FoundValue = JSON.parse(text);
    return data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
