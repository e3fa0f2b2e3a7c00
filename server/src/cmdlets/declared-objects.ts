import { itemsFrom } from '../spec/located.ts';
import { keyRange, type List, type Place, type Spec } from '../spec/model.ts';
import { fieldOf, isList, type NounSection, nounSections, plainValue, sectionIn } from '../spec/noun-sections.ts';
import { said } from '../spec/observed.ts';
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
  const { key, name } = naming(place);
  return { objects: new Map([[key ?? GLOBAL, objectAt(place, name)]]), complete: true };
}

function listed(list: List<unknown>): Named {
  const items = said(list);
  const { indexes, complete } = indexesOf(items);
  const get = (key: string) => {
    const index = indexes.get(key) ?? items.length;
    const [place] = itemsFrom(list, index, index + 1);
    return place && objectAt(place, naming(place).name);
  };
  function* each(): Iterator<readonly [string, DeclaredObject]> {
    for (const key of indexes.keys()) {
      const object = get(key);
      if (object) yield [key, object];
    }
  }
  return { complete, objects: { size: indexes.size, has: (key) => indexes.has(key), get, [Symbol.iterator]: each } };
}

const indexesOf = derived((items: readonly Place[]) => {
  const indexes = new Map<string, number>();
  let complete = true;
  for (const [i, item] of items.entries()) {
    const { key } = namingOfItem(item);
    if (key === undefined) complete = false;
    else if (!indexes.has(key)) indexes.set(key, i);
  }
  return { indexes, complete };
});

interface Naming {
  readonly key: string | undefined;
  readonly name: string | undefined;
}

function naming(place: Place): Naming {
  const named = nameIn(place);
  const name = named && plainValue(named);
  return typeof name === 'string' ? { key: objectKey(name), name } : { key: undefined, name: undefined };
}

const namingOfItem = derived(naming);

function nameIn(place: Place): Place | undefined {
  return fieldOf(place, 'identity') ?? fieldOf(place, 'domain');
}

function objectAt(place: Place, name: string | undefined): DeclaredObject {
  return { place, name, at: nameIn(place)?.at ?? keyRange(place) };
}

/** Whether a parameter says which object a command is about. */
export function isNaming(parameter: string): boolean {
  return parameter === 'Identity' || parameter === 'Domain';
}

/** Whether a parameter is a note for people, of which a spec may well tell more than the server. */
export function isNote(parameter: string): boolean {
  return parameter === 'Comment' || parameter === 'Description';
}
