import { itemOf } from './long-list.ts';
import { entryOf, type Node, type Path } from './tree.ts';

/** The node one step below. */
export function childOf(node: Node | undefined, step: string | number): Node | undefined {
  if (typeof step === 'number') return node?.kind === 'sequence' ? itemOf(node, step) : undefined;
  return entryOf(node, step)?.value;
}

/** The node at a path, or nothing. */
export function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  return path.reduce<Node | undefined>(childOf, root);
}
