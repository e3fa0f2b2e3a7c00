import { itemsFrom } from '../spec/located.ts';
import { keyRange, type List, type Place, type Spec } from '../spec/model.ts';
import { type Names, nameAt, nameIn, namesAmong, objectKey } from '../spec/names.ts';
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

/** What the spec describes, by noun; looked at when it is asked for. The first of objects with one name counts. */
export class DeclaredObjects implements Iterable<DeclaredNoun> {
  readonly #spec: Spec;

  constructor(spec: Spec) {
    this.#spec = spec;
  }

  get(noun: string): DeclaredNoun | undefined {
    const section = sections.get(noun);
    return section && declaredIn(this.#spec, section);
  }

  *[Symbol.iterator](): Iterator<DeclaredNoun> {
    for (const section of sections.values()) {
      const declared = declaredIn(this.#spec, section);
      if (declared) yield declared;
    }
  }
}

/** What the spec describes, by noun. */
export const declaredObjects = derived((spec: Spec) => new DeclaredObjects(spec));

const sections = new Map(nounSections.map((section) => [section.noun, section]));

function declaredIn(spec: Spec, section: NounSection): DeclaredNoun | undefined {
  const place = sectionIn(spec, section);
  if (place === undefined) return undefined;
  return isList(place) ? new ListedNoun(section, place) : { section, place, ...single(place) };
}

function single(place: Place): Named {
  const name = nameIn(place);
  return { objects: new Map([[name === undefined ? GLOBAL : objectKey(name), objectAt(place)]]), complete: true };
}

/** The objects of a list, which are looked at when they are asked for. */
class ListedNoun implements DeclaredNoun, ObjectsByKey {
  readonly section: NounSection;
  readonly place: List<unknown>;

  constructor(section: NounSection, place: List<unknown>) {
    this.section = section;
    this.place = place;
  }

  get objects(): ObjectsByKey {
    return this;
  }

  get complete(): boolean {
    return this.#names().isEachNamed;
  }

  get size(): number {
    return this.#names().size;
  }

  has(key: string): boolean {
    return itemNamed(this.place, key) !== undefined;
  }

  get(key: string): DeclaredObject | undefined {
    const place = itemNamed(this.place, key);
    return place && objectAt(place);
  }

  *[Symbol.iterator](): Iterator<readonly [string, DeclaredObject]> {
    const told = new Set<string>();
    for (const item of itemsFrom(this.place, 0, said(this.place).length)) {
      const name = nameIn(item);
      const key = name && objectKey(name);
      if (key === undefined || told.has(key)) continue;
      told.add(key);
      yield [key, objectAt(item)];
    }
  }

  #names(): Names {
    return namesAmong(said(this.place));
  }
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
