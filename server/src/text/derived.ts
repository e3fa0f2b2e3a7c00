import { HiddenField } from './hidden-field.ts';

/** What is made once for each object it is made from, and kept as long as that. */
export function derived<K extends object, T extends object>(make: (from: K) => T): (from: K) => T {
  const made = new HiddenField<K, T>();
  return (from) => {
    let known = made.get(from);
    if (known === undefined) {
      known = make(from);
      made.set(from, known);
    }
    return known;
  };
}
