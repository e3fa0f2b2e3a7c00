import type { Mapping, Path, ScalarValue } from './tree.ts';

/** A value to be written. */
export type Value = ScalarValue | readonly Value[] | { readonly [key: string]: Value };

/** A change to a YAML document, told by paths: it keeps its meaning while the text around it moves. */
export type TreeEdit =
  /** Gives a key or item a value; missing keys on the way are made. */
  | { readonly edit: 'set'; readonly path: Path; readonly value: Value }
  /** Puts an item into the list at `path`, before the one at `index`, else at the end; a missing list is made. */
  | { readonly edit: 'insert'; readonly path: Path; readonly index?: number; readonly value: Value }
  | { readonly edit: 'rename'; readonly path: Path; readonly key: string }
  /** Takes out a key or an item, and what is left empty by that. `entry` names the nth key where one is written twice. */
  | { readonly edit: 'remove'; readonly path: Path; readonly entry?: number };

/** A document to be changed: the text and the tree read from it. */
export interface Written {
  readonly text: string;
  readonly root: Mapping | undefined;
}

/** Sets the value at a path. */
export function set(path: Path, value: Value): TreeEdit {
  return { edit: 'set', path, value };
}

/** Adds an item to the end of the list at a path. */
export function append(path: Path, value: Value): TreeEdit {
  return { edit: 'insert', path, value };
}

/** Takes out what is at a path. */
export function remove(path: Path): TreeEdit {
  return { edit: 'remove', path };
}

/** Gives the key at a path another name. */
export function rename(path: Path, key: string): TreeEdit {
  return { edit: 'rename', path, key };
}
