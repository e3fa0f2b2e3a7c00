import { code, type Message, say } from '../../../text/message.ts';
import { type Found, type FoundObject, type FoundValue, isListed, isProperties, nothingFound } from '../found.ts';
import { parseJson } from './json-text.ts';
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
  const parsed = parseJson(text, source);
  if (parsed === undefined || 'fault' in parsed) return parsed?.fault;
  const { data } = parsed;
  if (isProperties(data) && isProperties(data.objects)) {
    const { objects, captured, notCaptured } = data;
    const missing = isProperties(notCaptured) ? Object.entries(notCaptured) : [];
    const comments = missing.map(([noun, reason]) => `Not captured: ${noun} (${String(reason)})`);
    const notes = missing.map(
      ([noun, reason]) => say`${source}: ${code(`Get-${noun}`)} was not captured: ${String(reason)}`,
    );
    return { ...fromCapture(objects, captured, source), comments, notes };
  }
  if (isProperties(data) && Object.entries(data).every(([key, value]) => /^Cs[A-Z]/.test(key) && isListLike(value)))
    return fromCapture(data, undefined, source);
  return objectsOf(data, source, noun);
}

function fromCapture(
  objects: { readonly [noun: string]: FoundValue },
  captured: FoundValue | undefined,
  source: string,
): Found {
  const found = Object.entries(objects).map(([noun, value]) => objectsOf(value, source, noun));
  return {
    objects: found.flatMap((one) => one.objects),
    unread: found.flatMap((one) => one.unread),
    comments: [],
    none: Object.entries(objects).flatMap(([noun, value]) => (listOf(value).length === 0 ? [noun] : [])),
    ...(typeof captured === 'string' && { captured }),
  };
}

function objectsOf(value: FoundValue, source: string, noun: string | undefined): Found {
  const objects: FoundObject[] = [];
  const unread: string[] = [];
  for (const item of listOf(value)) {
    const cut = typeof item === 'string' ? cutObject(item) : undefined;
    if (cut) objects.push({ noun, ...cut, source, comments: [] });
    else if (isProperties(item)) objects.push({ noun, properties: unwrapped(item), source, comments: [], doubts: {} });
    else if (item !== null) unread.push(JSON.stringify(item));
  }
  const reason = say`It is no object with properties.`;
  return { ...nothingFound, objects, unread: unread.map((text) => ({ source, text, reason })) };
}

/** Windows PowerShell writes some lists as `{"value": […], "Count": 2}`. */
function listOf(value: FoundValue): readonly FoundValue[] {
  if (isListed(value)) return value;
  return isProperties(value) && isCounted(value) ? listOf(value.value ?? null) : [value];
}

function isCounted(value: { readonly [key: string]: FoundValue }): boolean {
  return isListed(value.value) && typeof value.Count === 'number' && Object.keys(value).length === 2;
}

function isListLike(value: FoundValue): boolean {
  return isListed(value) || isProperties(value) || (typeof value === 'string' && CUT.test(value));
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
