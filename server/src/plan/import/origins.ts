import { schemaAt } from '../../spec/schema.ts';
import type { Path } from '../../yaml/tree.ts';
import type { Draft, Origins } from './draft.ts';
import type { FoundObject, Origin } from './found.ts';

/** Where an object was found, or a property of it. */
export function originOf({ source, line, last, placeOf }: FoundObject, property?: string): Origin {
  const own = property === undefined ? undefined : placeOf?.(property);
  const lines = own ?? { line, last };
  return {
    source: own?.source ?? source,
    ...(lines.line !== undefined && { line: lines.line }),
    ...(lines.last !== undefined && { last: lines.last }),
  };
}

/** The origins of an entry that an object makes, its keys by the properties that say them. */
export function originsOf(object: FoundObject, keys: Readonly<Record<string, string>> = {}): Origins {
  const ofKeys = Object.entries(keys).map(([key, property]) => [key, originOf(object, property)] as const);
  return new Map([['', originOf(object)], ...ofKeys]);
}

/** Where what stands at a path of a spec was found; only in which file, where it was in many places. */
export function originAt(draft: Draft, path: Path): Origin | undefined {
  for (let end = path.length; end > 0; end--) {
    const section = path.slice(0, end);
    const entries = draft.get(section.join('.'));
    if (entries === undefined) continue;
    const isList = schemaAt(section)?.items !== undefined;
    const [index, ...way] = isList ? path.slice(end) : [0, ...path.slice(end)];
    if (typeof index === 'number') return originIn(entries[index]?.origins, way);
    return fileOf(entries[0]?.origins);
  }
  const below = [...draft].find(([section, [first]]) => first && isBelow(section, path));
  return fileOf(below?.[1][0]?.origins);
}

function originIn(origins: Origins | undefined, way: Path): Origin | undefined {
  for (let end = way.length; end >= 0; end--) {
    const origin = origins?.get(way.slice(0, end).join('.'));
    if (origin !== undefined) return origin;
  }
  return undefined;
}

function isBelow(section: string, path: Path): boolean {
  return path.length > 0 && section.startsWith(`${path.join('.')}.`);
}

function fileOf(origins: Origins | undefined): Origin | undefined {
  const source = origins?.get('')?.source;
  return source === undefined ? undefined : { source };
}
