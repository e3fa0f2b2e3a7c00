import { carried } from '../text/carried.ts';
import { hostKey } from '../text/host.ts';
import type { Place } from './model.ts';
import { fieldOf, plainValue } from './noun-sections.ts';

/** The name of an object in the form in which names compare; a tag may be written with its scope. */
export function objectKey(identity: string): string {
  return hostKey(identity.trim().replace(/^tag:/i, ''));
}

/** What an item of a list is called. */
export function nameIn(item: Place): string | undefined {
  const place = nameAt(item);
  const name = place && plainValue(place);
  return typeof name === 'string' ? name : undefined;
}

/** Where the name of an item stands. */
export function nameAt(item: Place): Place | undefined {
  return fieldOf(item, 'identity') ?? fieldOf(item, 'domain');
}

/** The names in a list, by their keys. */
export class Names {
  readonly #items = new Map<string, Place[]>();
  #repeated = 0;
  #nameless = 0;

  /** How many different ones there are. */
  get size(): number {
    return this.#items.size;
  }

  get keys(): Iterable<string> {
    return this.#items.keys();
  }

  /** Whether a name is there more than once. */
  get isSomeRepeated(): boolean {
    return this.#repeated > 0;
  }

  /** Whether each item has a name that can be read. */
  get isEachNamed(): boolean {
    return this.#nameless === 0;
  }

  has(key: string): boolean {
    return this.#items.has(key);
  }

  /** The items that have a name, in any order. */
  withKey(key: string): readonly Place[] {
    return this.#items.get(key) ?? [];
  }

  enter(item: Place): void {
    const name = nameIn(item);
    if (name === undefined) {
      this.#nameless++;
      return;
    }
    const key = objectKey(name);
    const others = this.#items.get(key);
    if (others === undefined) this.#items.set(key, [item]);
    else if (others.push(item) > 1) this.#repeated++;
  }

  remove(item: Place): void {
    const name = nameIn(item);
    if (name === undefined) {
      this.#nameless--;
      return;
    }
    const key = objectKey(name);
    const items = this.#items.get(key) ?? [];
    items.splice(items.indexOf(item), 1);
    if (items.length > 0) this.#repeated--;
    else this.#items.delete(key);
  }
}

/** The names of the items of a list. They follow the list from version to version: ask anew for each. */
export const namesAmong = carried<Place, Names>(
  () => new Names(),
  (names, { from, to, end, before, now }) => {
    for (const item of before.slice(from, to)) names.remove(item);
    for (const item of now.slice(from, end)) names.enter(item);
    return names;
  },
);
