import type { Place, Spec } from '../spec/model.ts';
import { fieldOf, type NounSection, nounSections, objectsOf, plainValue } from '../spec/noun-sections.ts';
import { derived } from '../text/derived.ts';
import type { Range } from '../text/range.ts';
import { GLOBAL, objectKey } from './effect.ts';

/** The objects of one noun that the spec describes. */
export interface DeclaredNoun extends Named {
  readonly section: NounSection;
  readonly place: Place;
}

interface Named {
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

/** What the spec describes, by noun; looked at when it is asked for. */
export interface DeclaredObjects extends Iterable<DeclaredNoun> {
  get(noun: string): DeclaredNoun | undefined;
}

/** What the spec describes, by noun. The first of objects with one name counts. */
export const declaredObjects = derived(
  (spec: Spec): DeclaredObjects => ({
    get: (noun) => {
      const section = sections.get(noun);
      return section && declaredIn(spec, section);
    },
    *[Symbol.iterator]() {
      for (const section of sections.values()) {
        const declared = declaredIn(spec, section);
        if (declared) yield declared;
      }
    },
  }),
);

const sections = new Map(nounSections.map((section) => [section.noun, section]));

function declaredIn(spec: Spec, section: NounSection): DeclaredNoun | undefined {
  const found = objectsOf(spec, section);
  if (found === undefined) return undefined;
  return {
    section,
    place: found.section,
    get objects() {
      return namedIn(found.objects).objects;
    },
    get complete() {
      return namedIn(found.objects).complete;
    },
  };
}

const namedIn = derived((places: readonly Place[]): Named => {
  const objects = new Map<string, DeclaredObject>();
  let complete = true;
  for (const place of places) {
    const named = fieldOf(place, 'identity') ?? fieldOf(place, 'domain');
    const name = named && plainValue(named);
    const isItem = typeof place.path.at(-1) === 'number';
    if (isItem && typeof name !== 'string') {
      complete = false;
      continue;
    }
    const key = typeof name === 'string' ? objectKey(name) : GLOBAL;
    if (objects.has(key)) continue;
    const at = named?.at ?? place.keyAt ?? place.at;
    objects.set(key, { place, at, name: typeof name === 'string' ? name : undefined });
  }
  return { objects, complete };
});

/** Whether a parameter says which object a command is about. */
export function isNaming(parameter: string): boolean {
  return parameter === 'Identity' || parameter === 'Domain';
}

/** Whether a parameter is a note for people, of which a spec may well tell more than the server. */
export function isNote(parameter: string): boolean {
  return parameter === 'Comment' || parameter === 'Description';
}
