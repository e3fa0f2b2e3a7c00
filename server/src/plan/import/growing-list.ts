import type { ListChanges } from '../../cmdlets/read.ts';

/** A list that commands change one after the other; each change costs as much as it changes, however long the list is. */
export class GrowingList {
  #items: (string | undefined)[] = [];
  /** Where items stand, in which case does not count. */
  #places = new Map<string, number[]>();

  constructor(items: readonly string[]) {
    this.#add(items);
  }

  change({ add = [], remove = [], replace }: ListChanges): void {
    if (replace) {
      this.#items = [];
      this.#places = new Map();
      this.#add(replace);
    }
    for (const item of remove) {
      const key = item.toLowerCase();
      for (const place of this.#places.get(key) ?? []) this.#items[place] = undefined;
      this.#places.delete(key);
    }
    this.#add(add);
  }

  get items(): readonly string[] {
    return this.#items.filter((item) => item !== undefined);
  }

  #add(items: readonly string[]): void {
    for (const item of items) {
      const key = item.toLowerCase();
      const places = this.#places.get(key);
      if (places === undefined) this.#places.set(key, [this.#items.length]);
      else places.push(this.#items.length);
      this.#items.push(item);
    }
  }
}
