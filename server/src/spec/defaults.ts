import type { Leaf, Place } from './model.ts';
import { schemaAt } from './schema.ts';

/** Whether a switch of a section is on: as it is stated, else by the default that the format gives. */
export function isOn<K extends string>(section: Place & { readonly [key in K]?: Leaf<boolean> }, key: K): boolean {
  const stated: Leaf<boolean> | undefined = section[key];
  return stated?.value ?? schemaAt([...section.path, key])?.default === true;
}
