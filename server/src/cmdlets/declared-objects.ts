import type { Place, Spec } from '../spec/model.ts';
import { fieldOf, isList, type NounSection, nounSections, objectsOf, plainValue } from '../spec/noun-sections.ts';
import { derived } from '../text/derived.ts';
import type { Range } from '../text/range.ts';
import { GLOBAL, objectKey } from './effect.ts';

/** The objects of one noun that the spec describes. */
export interface DeclaredNoun {
  readonly section: NounSection;
  readonly place: Place;
  /** By key; the one of a noun that has a single object is global. */
  readonly objects: ReadonlyMap<string, DeclaredObject>;
  /** Each object of the section has a name that can be read. */
  readonly complete: boolean;
}

/** An object as the spec describes it. */
export interface DeclaredObject {
  readonly place: Place;
  /** What it is called; undefined for the one object there is. */
  readonly name: string | undefined;
  /** Its name, else the key of its section. */
  readonly at: Range;
}

/** What the spec describes, by noun. The first of objects with one name counts. */
export const declaredObjects = derived((spec: Spec): ReadonlyMap<string, DeclaredNoun> => {
  const nouns = new Map<string, DeclaredNoun>();
  for (const section of nounSections) {
    const found = objectsOf(spec, section);
    if (found === undefined) continue;
    const objects = new Map<string, DeclaredObject>();
    let complete = true;
    for (const place of found.objects) {
      const named = fieldOf(place, 'identity') ?? fieldOf(place, 'domain');
      const name = named && plainValue(named);
      if (isList(found.section) && typeof name !== 'string') {
        complete = false;
        continue;
      }
      const key = typeof name === 'string' ? objectKey(name) : GLOBAL;
      if (objects.has(key)) continue;
      const at = named?.at ?? place.keyAt ?? place.at;
      objects.set(key, { place, at, name: typeof name === 'string' ? name : undefined });
    }
    nouns.set(section.noun, { section, place: found.section, objects, complete });
  }
  return nouns;
});

/** Whether a parameter says which object a command is about. */
export function isNaming(parameter: string): boolean {
  return parameter === 'Identity' || parameter === 'Domain';
}

/** Whether a parameter is a note for people, of which a spec may well tell more than the server. */
export function isNote(parameter: string): boolean {
  return parameter === 'Comment' || parameter === 'Description';
}
