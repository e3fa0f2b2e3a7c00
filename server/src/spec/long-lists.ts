import { carriedEach } from '../text/carried.ts';
import { type LongList, longList } from '../yaml/long-list.ts';
import type { Mapping, Node, Path } from '../yaml/tree.ts';
import type { SchemaFault } from './faults.ts';
import type { Place } from './model.ts';
import type { Schema } from './schema.ts';
import { type Format, schemaFaults } from './schema-faults.ts';

/** A list that was read item by item, and its path. */
export interface LongListAt extends LongList {
  readonly path: Path;
}

/** The long lists of a document. */
export function longListsIn(root: Mapping, above: Path = []): readonly LongListAt[] {
  return root.entries.flatMap(({ key, value }): readonly LongListAt[] => {
    const path = [...above, key.value];
    if (value.kind === 'mapping') return longListsIn(value, path);
    const list = value.kind === 'sequence' ? longList(value) : undefined;
    return list ? [{ ...list, path }] : [];
  });
}

/** What is known of an item of a long list, for as long as it is not read again: at places from the start of its block. */
export interface Item {
  readonly node: Node;
  /** What is wrong with it, with paths from the item on, and the path of the list by which that was found. */
  way: string | undefined;
  faults: readonly SchemaFault[];
  /** The part of a spec it is, and the schema by which that was found. */
  schema: Schema | undefined;
  place: Place | undefined;
  /** The same where it was put last. */
  put: Place | undefined;
}

const NONE: readonly SchemaFault[] = [];

/** The items of a long list. */
export const itemsOf = carriedEach<Node, Item>((node) => ({
  node,
  way: undefined,
  faults: NONE,
  schema: undefined,
  place: undefined,
  put: undefined,
}));

/**
 * What is wrong with a document by a schema but for the items of its long lists, which are held against it once for as long as they
 * are not read again.
 */
export function faultsAround(root: Mapping | undefined, format: Format): readonly SchemaFault[] {
  if (root === undefined) return [];
  const lists = longListsIn(root).map(({ path, nodes }) => {
    const way = path.join('\0');
    const items = itemsOf(nodes);
    const news = items.filter((item) => item.way !== way);
    // A list that has items is not shown as an empty one.
    return { path, way, news: news.length > 0 ? news : items.slice(0, 1) };
  });
  const wrong = new Map<Item, SchemaFault[]>();
  const around: SchemaFault[] = [];
  for (const fault of schemaFaults(withItems(root, lists), format)) {
    const list = lists.find(({ path }) => path.every((step, i) => step === fault.path[i]));
    const index = fault.path[list?.path.length ?? 0];
    const item = typeof index === 'number' ? list?.news[index] : undefined;
    if (list === undefined || item === undefined) around.push(fault);
    else {
      const faults = wrong.get(item) ?? [];
      faults.push({ ...fault, path: fault.path.slice(list.path.length + 1) });
      wrong.set(item, faults);
    }
  }
  for (const { way, news } of lists)
    for (const item of news) {
      if (item.way === way) continue;
      item.way = way;
      item.faults = wrong.get(item) ?? NONE;
      item.schema = undefined;
    }
  return around;
}

/** A document in which its long lists have other items. */
function withItems(
  root: Mapping,
  lists: readonly { readonly path: Path; readonly news: readonly Item[] }[],
  level = 0,
): Mapping {
  if (lists.length === 0) return root;
  const entries = root.entries.map((entry) => {
    const { key, value } = entry;
    const inside = lists.filter(({ path }) => path[level] === key.value);
    const [list] = inside;
    if (list === undefined || value.kind === 'scalar') return entry;
    if (value.kind === 'mapping') return { key, value: withItems(value, inside, level + 1) };
    return {
      key,
      value: { kind: 'sequence' as const, items: list.news.map(({ node }) => node), flow: false, at: value.at },
    };
  });
  return { kind: 'mapping', entries, flow: root.flow, at: root.at };
}

/** What is wrong with the items of long lists, each at its place. */
export function* faultsOfItems(lists: readonly LongListAt[]): Iterable<SchemaFault> {
  for (const { path, nodes, starts } of lists) {
    const items = itemsOf(nodes);
    for (let i = 0; i < items.length; i++)
      for (const fault of items[i]?.faults ?? NONE) {
        const start = starts[i] ?? 0;
        const at = { start: fault.at.start + start, end: fault.at.end + start };
        yield { ...fault, at, path: [...path, i, ...fault.path] };
      }
  }
}
