import type { Path } from '../yaml/tree.ts';
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

/** The section that a path leads to or into: its own, that of an object or of a key in it. */
export function sectionAt(path: Path): NounSection | undefined {
  return nounSections.find((section) => section.path.every((key, i) => path[i] === key));
}

/** A section as the spec describes it. */
export function sectionIn(spec: Spec, { path }: Pick<NounSection, 'path'>): Place | undefined {
  return path.reduce<Place | undefined>((place, key) => place && fieldOf(place, key), spec);
}

/** The objects of a section that the spec describes, and the section itself. */
export function objectsOf(
  spec: Spec,
  { path }: NounSection,
): { readonly section: Place; readonly objects: () => readonly Place[] } | undefined {
  const section = sectionIn(spec, { path });
  return section && { section, objects: () => (isList(section) ? section.items : [section]) };
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

/** What a key of the spec says, as a cmdlet takes it; undefined for a mapping. */
export function plainValue(place: Place): string | number | boolean | readonly string[] | undefined {
  if (isList(place)) return place.items.flatMap((item) => ('value' in item ? [String(item.value)] : []));
  const value: unknown = 'value' in place ? place.value : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
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

/** Whether something is a part of a spec. */
export function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'at' in value && 'path' in value;
}
