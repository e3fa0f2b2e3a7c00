import type { List, Place, Spec } from './model.ts';
import { below, keysOf, rootSchema, type Schema } from './schema.ts';

/** A section of the format that one cmdlet noun configures: each of its items, or it as a whole. */
export interface NounSection {
  readonly noun: string;
  readonly path: readonly string[];
  /** Keys with the parameters they stand for, in the order of the format. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** All sections that a cmdlet noun configures, as the schema annotates them. */
export const nounSections: readonly NounSection[] = [...sectionsOf(rootSchema, [])];

/** The objects of a section that the spec describes, and the section itself. */
export function objectsOf(
  spec: Spec,
  { path }: NounSection,
): { readonly section: Place; readonly objects: readonly Place[] } | undefined {
  const section = path.reduce<Place | undefined>((place, key) => place && fieldOf(place, key), spec);
  if (section === undefined) return undefined;
  return { section, objects: isList(section) ? section.items : [section] };
}

/** What stands under a key of a place, or nothing. */
export function fieldOf(place: Place, key: string): Place | undefined {
  const field: unknown = Object.hasOwn(place, key) ? Reflect.get(place, key) : undefined;
  return isPlace(field) ? field : undefined;
}

/** Whether a place is a list. */
export function isList(place: Place): place is List<unknown> {
  return 'items' in place;
}

function* sectionsOf(schema: Schema, path: readonly string[]): Iterable<NounSection> {
  const object = schema.items ? (below(schema, 0) ?? {}) : schema;
  const noun = object['x-cmdlet'];
  if (noun !== undefined) yield { noun, path, parameters: parametersOf(object) };
  for (const key of schema.items ? [] : keysOf(object)) yield* sectionsOf(below(object, key) ?? {}, [...path, key]);
}

function parametersOf(schema: Schema): ReadonlyMap<string, string> {
  return new Map(
    keysOf(schema).flatMap((key) => {
      const parameter = below(schema, key)?.['x-parameter'];
      return parameter === undefined ? [] : [[key, parameter] as const];
    }),
  );
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'at' in value && 'path' in value;
}
