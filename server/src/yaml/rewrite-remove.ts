import { derived } from '../text/derived.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';
import type { Written } from './edit.ts';
import { dashOf, endOfLine, lastCharacter, outerStart, startOfLine } from './layout.ts';
import { nodeAt } from './node-at.ts';
import { pathText, wayTo } from './path.ts';
import type { Entry, Mapping, Node, Path, Sequence } from './tree.ts';

interface Removal {
  readonly path: Path;
  readonly entry?: number;
}

/**
 * The text edits that take things out, with their lines; what is left empty goes as well, unless it is on the way to one of
 * the paths in `filled`.
 */
export function removals({ text, root }: Written, removed: readonly Removal[], filled: readonly Path[]): TextEdit[] {
  const gone = new Map<Mapping | Sequence, Set<number>>();
  const kept = new Set(filled.flatMap(wayTo));
  for (const removal of removed) mark(root, removal, gone, kept);
  const edits: TextEdit[] = [];
  const goneAnyway = within(gone);
  for (const [parent, indexes] of gone) {
    if (goneAnyway.has(parent)) continue;
    for (const run of runs(text, parent, [...indexes])) edits.push({ at: extent(text, parent, run), insert: '' });
  }
  return edits;
}

/** Marks a child as gone; where its parent is left empty, marks the parent instead. */
function mark(
  root: Mapping | undefined,
  { path, entry }: Removal,
  gone: Map<Mapping | Sequence, Set<number>>,
  kept: ReadonlySet<string>,
): void {
  const parent = nodeAt(root, path.slice(0, -1));
  const step = path.at(-1);
  if (parent === undefined || parent.kind === 'scalar' || step === undefined) return;
  const index = entry ?? indexOf(parent, step);
  if (index < 0) return;
  const indexes = (gone.get(parent) ?? new Set()).add(index);
  gone.set(parent, indexes);
  const above = path.slice(0, -1);
  if (above.length > 0 && isEmptied(parent, indexes) && !kept.has(pathText(above)))
    mark(root, { path: above }, gone, kept);
}

/** Whether nothing is left of what stands here; what other files add stands first in a list, and last in a mapping. */
function isEmptied(parent: Mapping | Sequence, indexes: ReadonlySet<number>): boolean {
  const last = size(parent) - 1;
  if (standsIn(parent, 0) && standsIn(parent, last)) return indexes.size > last;
  for (let i = 0; i <= last; i++) if (!indexes.has(i) && standsIn(parent, i)) return false;
  return true;
}

function standsIn(parent: Mapping | Sequence, index: number): boolean {
  const child = parent.kind === 'sequence' ? parent.items[index] : parent.entries[index]?.key;
  return child !== undefined && parent.at.start <= child.at.start && child.at.end <= parent.at.end;
}

function indexOf(parent: Mapping | Sequence, step: string | number): number {
  if (parent.kind === 'sequence') return typeof step === 'number' && step < parent.items.length ? step : -1;
  return (typeof step === 'string' ? placesOf(parent).get(step) : undefined) ?? -1;
}

/** Where the entries of a mapping stand among the others: of keys written twice, the first. */
const placesOf = derived(
  ({ entries }: Mapping) => new Map(entries.map(({ key }, i) => [key.value, i] as const).toReversed()),
);

/** The collections in what goes: they go as a whole. */
function within(gone: ReadonlyMap<Mapping | Sequence, ReadonlySet<number>>): ReadonlySet<Node> {
  const found = new Set<Node>();
  const add = (node: Node | undefined): void => {
    if (node === undefined || node.kind === 'scalar' || found.has(node)) return;
    found.add(node);
    if (node.kind === 'sequence') node.items.forEach(add);
    else for (const { value } of node.entries) add(value);
  };
  for (const [parent, indexes] of gone) {
    for (const index of indexes) add(parent.kind === 'sequence' ? parent.items[index] : parent.entries[index]?.value);
  }
  return found;
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** Neighbours that go together, as the separators or the line that they share can only go once. */
function runs(text: string, parent: Mapping | Sequence, indexes: readonly number[]): Run[] {
  const found: Run[] = [];
  for (const index of indexes.toSorted((a, b) => a - b)) {
    const before = found.at(-1);
    const isShared = before !== undefined && (parent.flow || !hasOwnLine(text, childStart(text, parent, before.first)));
    if (isShared && before.last === index - 1) found[found.length - 1] = { first: before.first, last: index };
    else found.push({ first: index, last: index });
  }
  return found;
}

/** The text of neighbouring children, with the separators or the lines they leave behind. */
function extent(text: string, parent: Mapping | Sequence, { first, last }: Run): Range {
  const start = childStart(text, parent, first);
  const end = childEnd(text, parent, last);
  const isLast = last === size(parent) - 1;
  if (parent.flow) {
    if (!isLast) return { start, end: childStart(text, parent, last + 1) };
    return { start: first > 0 ? childEnd(text, parent, first - 1) : start, end };
  }
  const line = startOfLine(text, start);
  const ownLine = hasOwnLine(text, start);
  // The first key of a list item shares its line with the dash: the next key moves up.
  if (!ownLine && !isLast) return { start, end: childStart(text, parent, last + 1) };
  const lineEnd = endOfLine(text, end);
  const withBreak = text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : text[lineEnd] === '\n' ? lineEnd + 1 : lineEnd;
  const withIndent = text[line] === '\ufeff' ? line + 1 : line;
  return ownLine ? { start: withIndent, end: withBreak } : { start, end: lineEnd };
}

function hasOwnLine(text: string, start: number): boolean {
  return text.slice(startOfLine(text, start), start).replace('\ufeff', '').trim() === '';
}

function childStart(text: string, parent: Mapping | Sequence, index: number): number {
  const child = parent.kind === 'mapping' ? parent.entries[index]?.key : parent.items[index];
  if (child === undefined) return parent.at.start;
  return parent.kind === 'sequence' && !parent.flow ? dashOf(text, parent, child) : outerStart(text, child.at);
}

function childEnd(text: string, parent: Mapping | Sequence, index: number): number {
  const entry: Entry | undefined = parent.kind === 'mapping' ? parent.entries[index] : undefined;
  const node = parent.kind === 'sequence' ? parent.items[index] : entry?.value;
  const start = entry?.key.at.end ?? node?.at.start ?? parent.at.start;
  const end = Math.max(node?.at.end ?? start, start);
  return parent.flow ? end : lastCharacter(text, end, start);
}

function size(parent: Mapping | Sequence): number {
  return parent.kind === 'sequence' ? parent.items.length : parent.entries.length;
}
