import { HiddenField } from './hidden-field.ts';

/**
 * A field that is worked out when it is asked for. All objects that have it share one getter: one that is made with each object, as in
 * a literal, is kept with all that it closes over until the next full collection.
 */
export class LazyField<K extends string, V> {
  readonly #name: K;
  readonly #makers = new HiddenField<object, () => V>();
  readonly #descriptor: PropertyDescriptor;

  constructor(name: K) {
    this.#name = name;
    const makers = this.#makers;
    this.#descriptor = {
      enumerable: true,
      configurable: true,
      get(this: object) {
        return makers.get(this)?.();
      },
    };
  }

  /** Gives an object the field. */
  on<T extends object>(object: T, make: () => V): T & { readonly [key in K]: V };
  on(object: object, make: () => V): object {
    this.#makers.set(object, make);
    return Object.defineProperty(object, this.#name, this.#descriptor);
  }
}
