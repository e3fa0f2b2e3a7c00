import { EACH } from '../spec/faults.ts';
import type { LineTable } from '../text/lines.ts';
import { code, say } from '../text/message.ts';
import { append, remove, set, type TreeEdit, type Value } from '../yaml/edit.ts';
import { nodeAt } from '../yaml/node-at.ts';
import { counted, entryOf, hasAlias, type Mapping, type Node, type Path } from '../yaml/tree.ts';
import type { Fix } from './fix.ts';

/**
 * Moves what stands at a path to the place of the format where it belongs: an item is that in which it stands. Nothing where that
 * place is in no item, or holds something else, or where comments would be lost.
 */
export function moved(
  from: Path,
  place: Path,
  { root, lines }: { root: Mapping | undefined; lines: LineTable },
): Fix | undefined {
  const to = inItemOf(from, place);
  const node = nodeAt(root, from);
  if (to === undefined || node === undefined || hasAlias(node)) return undefined;
  const key = entryOf(nodeAt(root, from.slice(0, -1)), String(from.at(-1)))?.key.at ?? node.at;
  if (lines.slice(key.start, node.at.end).includes('#')) return undefined;
  const put = puttingAt(to, node, root);
  if (put === undefined) return undefined;
  return {
    title: say`Move ${code(String(from.at(-1)))} to ${code(wayTo(place))}`,
    safety: 'review',
    edits: [...put, remove(from)],
  };
}

/** A place of the format in words. */
export function wayTo(place: Path): string {
  return place.filter((step) => step !== EACH).join('.');
}

function inItemOf(from: Path, place: Path): Path | undefined {
  const to: (string | number)[] = [];
  for (const [i, step] of place.entries()) {
    const own = from[i];
    const isWithin = to.every((one, j) => one === from[j]);
    if (step !== EACH) to.push(step);
    else if (isWithin && typeof own === 'number') to.push(own);
    else return undefined;
  }
  return to;
}

/** A list joins the one that is there, and a mapping the one that has none of its keys. */
function puttingAt(to: Path, node: Node, root: Mapping | undefined): readonly TreeEdit[] | undefined {
  const onTheWay = to.slice(0, -1).map((_, i) => nodeAt(root, to.slice(0, i + 1)));
  if (onTheWay.some((one) => one && !isNothing(one) && (one.kind === 'scalar' || one.alias))) return undefined;
  const there = nodeAt(root, to);
  if (there === undefined || isNothing(there)) return [set(to, written(node))];
  if (there.alias) return undefined;
  if (there.kind === 'mapping' && node.kind === 'mapping') {
    if (node.entries.some(({ key }) => entryOf(there, key.value))) return undefined;
    return counted(node).map(({ key, value }) => set([...to, key.value], written(value)));
  }
  if (there.kind !== 'sequence' || node.kind !== 'sequence') return undefined;
  return node.items.map((item) => append(to, written(item)));
}

function isNothing(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function written(node: Node): Value {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(written);
  return Object.fromEntries(counted(node).map(({ key, value }) => [key.value, written(value)]));
}
