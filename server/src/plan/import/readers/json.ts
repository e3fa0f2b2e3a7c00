import { code, type Message, say } from '../../../text/message.ts';
import { DNS_RECORD } from '../dns-records.ts';
import {
  type Found,
  type FoundObject,
  type FoundValue,
  isListed,
  isProperties,
  nothingFound,
  type Unread,
} from '../found.ts';
import { itemsOf, type Placed, parseJson, placesOf, valueIn } from './json-text.ts';
import type { Reader } from './reader.ts';

/** What the collector wrote, or `ConvertTo-Json`. */
export const json: Reader = {
  format: 'json',
  about: say`what the collector of ${code('lync-federation capture')} wrote, or ${code('ConvertTo-Json')}`,
  gives: say`all that the cmdlets showed`,
  takes: ({ text }) => /^\s*[{[]/.test(text),
  read: ({ text, source }, noun) => fromJson(text, source, noun),
};

/** Undefined where the text is no JSON; and why where nobody would have written it. */
function fromJson(text: string, source: string, noun: string | undefined): Found | Message | undefined {
  const all = parseJson(text, source);
  if (all === undefined || 'fault' in all) return all?.fault;
  const { value: data } = all;
  if (isProperties(data) && isProperties(data.objects)) {
    const { captured, notCaptured } = data;
    const missing = isProperties(notCaptured) ? Object.entries(notCaptured) : [];
    const comments = missing.map(([noun, reason]) => [say`Not captured:`, ` ${noun} (${String(reason)})`]);
    const notes = missing.map(
      ([noun, reason]) => say`${source}: ${code(`Get-${noun}`)} was not captured: ${String(reason)}`,
    );
    return {
      ...fromCapture(valueIn(all, 'objects'), source),
      comments,
      notes,
      ...(typeof captured === 'string' && { captured }),
    };
  }
  if (isProperties(data) && Object.entries(data).every(([key, value]) => /^Cs[A-Z]/.test(key) && isListLike(value)))
    return fromCapture(all, source);
  return objectsOf(all, source, noun);
}

/** Objects by their nouns. */
function fromCapture(all: Placed, source: string): Found {
  const nouns = isProperties(all.value) ? Object.keys(all.value) : [];
  const found = nouns.map((noun) => objectsOf(valueIn(all, noun), source, noun));
  return {
    objects: found.flatMap((one) => one.objects),
    unread: found.flatMap((one) => one.unread),
    comments: [],
    none: nouns.filter((noun) => listOf(valueIn(all, noun)).length === 0),
    isLookedUp: nouns.includes(DNS_RECORD),
  };
}

function objectsOf(all: Placed, source: string, noun: string | undefined): Found {
  const objects: FoundObject[] = [];
  const unread: Unread[] = [];
  for (const item of listOf(all)) {
    const { value, place } = item;
    const about = { noun, source, ...placesOf(item), comments: [] };
    const cut = typeof value === 'string' ? cutObject(value) : undefined;
    if (cut) objects.push({ ...about, ...cut });
    else if (isProperties(value)) objects.push({ ...about, properties: unwrapped(value), doubts: {} });
    else if (value !== null)
      unread.push({ source, ...(place && { line: place.line }), text: JSON.stringify(value), reason: NO_OBJECT });
  }
  return { ...nothingFound, objects, unread };
}

const NO_OBJECT = say`It is no object with properties.`;

/** Windows PowerShell writes some lists as `{"value": […], "Count": 2}`. */
function listOf(all: Placed): readonly Placed[] {
  return isProperties(all.value) && isCounted(all.value) ? listOf(valueIn(all, 'value')) : itemsOf(all);
}

function isCounted(value: { readonly [key: string]: FoundValue }): boolean {
  return isListed(value.value) && typeof value.Count === 'number' && Object.keys(value).length === 2;
}

function isListLike(value: FoundValue): boolean {
  // Null is what nothing and what a failure come to alike.
  return value === null || isListed(value) || isProperties(value) || (typeof value === 'string' && CUT.test(value));
}

/** An object below the depth that `ConvertTo-Json` goes to, which it writes as PowerShell shows it. */
const CUT = /^@\{(.*)\}$/s;

/** The properties of such an object; those that hold more than a text are cut off. */
function cutObject(text: string): Pick<FoundObject, 'properties' | 'doubts'> | undefined {
  const inside = CUT.exec(text)?.[1];
  if (inside === undefined) return undefined;
  const parts = inside.split(/; (?=\w+=)/).flatMap((part) => {
    const [, name, value = ''] = /^(\w+)=(.*)$/s.exec(part) ?? [];
    return name === undefined ? [] : [[name, value === '' ? null : value] as const];
  });
  const lost = parts.filter(([, value]) => value !== null && /^(?:@\{|System\.)/.test(value));
  const reason = say`${code('ConvertTo-Json')} cut it off; give it ${code('-Depth 6')} and look again.`;
  return { properties: Object.fromEntries(parts), doubts: Object.fromEntries(lost.map(([name]) => [name, reason])) };
}

function unwrapped(properties: { readonly [key: string]: FoundValue }): FoundObject['properties'] {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      key,
      isProperties(value) && isCounted(value) ? (value.value ?? null) : value,
    ]),
  );
}
