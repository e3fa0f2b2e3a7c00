import type { Path } from './tree.ts';

/** A path as text: the same for the same steps. */
export function pathText(path: Path): string {
  return JSON.stringify(path);
}

/** The paths on the way to a path, itself included, each as text. */
export function wayTo(path: Path): readonly string[] {
  return path.map((_, i) => pathText(path.slice(0, i + 1)));
}
