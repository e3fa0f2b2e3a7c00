import { itemsFrom } from '../spec/located.ts';
import { keyRange, type List, type Place, type Spec } from '../spec/model.ts';
import { nameAt, nameIn, namesAmong, objectKey } from '../spec/names.ts';
import { isList, type NounSection, nounSections, sectionIn } from '../spec/noun-sections.ts';
import { itemNamed, said } from '../spec/observed.ts';
import { derived } from '../text/derived.ts';
import type { Range } from '../text/range.ts';
import { GLOBAL } from './effect.ts';

/** The objects of one noun that the spec describes. */
export interface DeclaredNoun extends Named {
  readonly section: NounSection;
  readonly place: Place;
}

interface Named {
  /** By key; the one of a noun that has a single object is global. */
  readonly objects: ObjectsByKey;
  /** Each object of the section has a name that can be read. */
  readonly complete: boolean;
}

/** Objects by key, of which one is looked at when it is asked for. */
interface ObjectsByKey extends Iterable<readonly [string, DeclaredObject]> {
  readonly size: number;
  has(key: string): boolean;
  get(key: string): DeclaredObject | undefined;
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
  const place = sectionIn(spec, section);
  if (place === undefined) return undefined;
  const named = () => (isList(place) ? listed(place) : single(place));
  return {
    section,
    place,
    get objects() {
      return named().objects;
    },
    get complete() {
      return named().complete;
    },
  };
}

function single(place: Place): Named {
  const name = nameIn(place);
  return { objects: new Map([[name === undefined ? GLOBAL : objectKey(name), objectAt(place)]]), complete: true };
}

function listed(list: List<unknown>): Named {
  const names = () => namesAmong(said(list));
  const get = (key: string) => {
    const place = itemNamed(list, key);
    return place && objectAt(place);
  };
  function* each(): Iterator<readonly [string, DeclaredObject]> {
    const told = new Set<string>();
    for (const item of itemsFrom(list, 0, said(list).length)) {
      const name = nameIn(item);
      const key = name && objectKey(name);
      if (key === undefined || told.has(key)) continue;
      told.add(key);
      yield [key, objectAt(item)];
    }
  }
  return {
    get complete() {
      return names().isEachNamed;
    },
    objects: {
      get size() {
        return names().size;
      },
      has: (key) => itemNamed(list, key) !== undefined,
      get,
      [Symbol.iterator]: each,
    },
  };
}

function objectAt(place: Place): DeclaredObject {
  return { place, name: nameIn(place), at: nameAt(place)?.at ?? keyRange(place) };
}

/** Whether a parameter says which object a command is about. */
export function isNaming(parameter: string): boolean {
  return parameter === 'Identity' || parameter === 'Domain';
}

/** Whether a parameter is a note for people, of which a spec may well tell more than the server. */
export function isNote(parameter: string): boolean {
  return parameter === 'Comment' || parameter === 'Description';
}
