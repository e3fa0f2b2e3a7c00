/**
 * A field that an object gets later, and that nobody sees in it: what is made of one version of a text, and goes with it. In a WeakMap a
 * value that leads back to its key stays until the next full collection, with all of that version.
 */
export class HiddenField<K extends object, V> {
  readonly #of = fieldOf<V>();

  get(of: K): V | undefined {
    return this.#of.get(of);
  }

  set(of: K, value: V): void {
    this.#of.set(of, value);
  }
}

/** A class puts its private fields onto whatever its parent hands it, proxies included. */
class Handed {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: that is how it is handed on
    return object;
  }
}

function fieldOf<V>() {
  return class Field extends Handed {
    #value: V;

    constructor(object: object, value: V) {
      super(object);
      this.#value = value;
    }

    static get(object: object): V | undefined {
      return #value in object ? object.#value : undefined;
    }

    static set(object: object, value: V): void {
      if (#value in object) object.#value = value;
      else new Field(object, value);
    }
  };
}
