import type { Value } from '../../yaml/edit.ts';
import { type FoundObject, type FoundValue, isListed } from './found.ts';

/** A property as text, whatever the case of its name; absent where it is empty. */
export function text(object: FoundObject, property: string): string | undefined {
  const value = propertyOf(object, property);
  if (value === undefined || value === null || isListed(value) || typeof value === 'object') return undefined;
  return String(value).trim() || undefined;
}

/** A property as a list of texts. */
export function texts(object: FoundObject, property: string): readonly string[] {
  const value = propertyOf(object, property);
  if (isListed(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? value.split(/,\s*/) : [];
}

/** The object with what none of these properties says, where there is any. */
export function rest(object: FoundObject, used: readonly string[]): readonly FoundObject[] {
  const folded = new Set(used.map((name) => name.toLowerCase()));
  const left = Object.entries(object.properties).filter(
    ([name, value]) => !folded.has(name.toLowerCase()) && value !== null && value !== '' && !isEmptyList(value),
  );
  if (left.length === 0) return [];
  const identity = text(object, 'Identity');
  return [
    { ...object, properties: { ...(identity !== undefined && { Identity: identity }), ...Object.fromEntries(left) } },
  ];
}

function isEmptyList(value: FoundValue): boolean {
  return isListed(value) && value.length === 0;
}

function propertyOf({ properties }: FoundObject, property: string): FoundValue | undefined {
  if (Object.hasOwn(properties, property)) return properties[property];
  const name = Object.keys(properties).find((key) => key.toLowerCase() === property.toLowerCase());
  return name === undefined ? undefined : properties[name];
}

/** Keys without a value left out. */
export function compact(value: Readonly<Record<string, Value | undefined>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, one] as const])),
  );
}
