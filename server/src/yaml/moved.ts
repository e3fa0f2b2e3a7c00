import type { YamlFault } from './parse.ts';
import type { Node } from './tree.ts';

/** The node with all its places further on; itself where it stays. */
export function moved<T extends Node>(node: T, by: number): T {
  return by === 0 ? node : relocated(node, () => by);
}

/** The node with each of its places as far on as is told for it. */
export function relocated<T extends Node>(node: T, far: (offset: number) => number): T;
export function relocated(node: Node, far: (offset: number) => number): Node {
  const by = far(node.at.start);
  const at = { start: node.at.start + by, end: node.at.end + by };
  switch (node.kind) {
    case 'scalar':
      return node.verbatimAt === undefined
        ? { ...node, at }
        : { ...node, at, verbatimAt: node.verbatimAt + far(node.verbatimAt) };
    case 'sequence':
      return { ...node, at, items: node.items.map((item) => relocated(item, far)) };
    case 'mapping':
      return {
        ...node,
        at,
        entries: node.entries.map(({ key, value }) => ({ key: relocated(key, far), value: relocated(value, far) })),
      };
  }
}

/** The same for what is wrong. */
export function movedFault<T extends YamlFault>(fault: T, by: number): T;
export function movedFault(fault: YamlFault, by: number): YamlFault {
  const at = { start: fault.at.start + by, end: fault.at.end + by };
  if (fault.kind === 'duplicate-key')
    return { ...fault, at, first: { start: fault.first.start + by, end: fault.first.end + by } };
  return { ...fault, at, reach: { start: Math.max(0, fault.reach.start + by), end: fault.reach.end + by } };
}
