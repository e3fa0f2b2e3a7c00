import { lineFeeds } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { withAliases } from './aliases.ts';
import { countOf } from './block.ts';
import { type Blocks, edited } from './edited.ts';
import { KnownBlocks } from './known-blocks.ts';
import { longSequence } from './long-list.ts';
import { moved, movedFault } from './moved.ts';
import { parseYaml, type YamlDocument, type YamlFault } from './parse.ts';
import { type Group, keysOf, type Part, Splitter } from './split.ts';
import type { Entry, Mapping, Node, Path, Sequence } from './tree.ts';

/** A document, and its blocks for the next time. */
export interface BlockDocument extends YamlDocument {
  readonly blocks: Blocks | undefined;
}

/**
 * Reads a document block by block: a section, or an entry or item of a long one. A block that was read `before` is not read again,
 * so an edit costs as much as the block around it, and a mistake spoils no other block. Where blocks do not stand alone, only the
 * whole text tells what it means, and is read instead.
 */
export function readYaml(written: string, before: Blocks | undefined): BlockDocument {
  const text = lineFeeds(written);
  const document = (before && edited(before, text, DEPENDENT)) ?? taken(text, before);
  if (document === undefined) return { ...parseYaml(text), blocks: before };
  const blocks = { text, document };
  const read = document.isDependent ? undefined : assembled(document);
  return { ...(read ?? parseYaml(text)), blocks };
}

function taken(text: string, before: Blocks | undefined): Group | undefined {
  if (DEPENDENT.test(text)) return undefined;
  return new Splitter(text, { from: 0, end: text.length }, before && new KnownBlocks(before)).document();
}

/**
 * What is about more than the line it stands on: a byte order mark, brackets around all, a directive or a document marker, marks of
 * a merge, a tab as indentation, an anchor or a tag for what follows, a key or a value marked as such.
 */
const DEPENDENT = /^\ufeff|^(?:[%{[]|---|\.\.\.|<{7} |={7}\r?$|>{7} )|^ *(?:[\t&!]|[?:](?:\s|$))/m;

function assembled(document: Group): YamlDocument | undefined {
  const resolved = document.hasAliases ? withAliases(document) : NONE;
  if (resolved === undefined) return undefined;
  const root = nodeOf(document, 0, resolved);
  return { root: root.kind === 'mapping' ? root : undefined, faults: [...faultsIn(document, 0, [])] };
}

/** What blocks say that cannot tell it by themselves, at its place in the document. */
type Resolved = ReadonlyMap<Part, Mapping | Sequence>;

const NONE: Resolved = new Map();

/** What is wrong in the parts of a section, at their places. Below a key that does not count, keys may be what they like. */
function* faultsIn({ parts, lead, key, depth }: Group, start: number, above: Path | undefined): Iterable<YamlFault> {
  const path = above && key ? [...above, key.value] : above;
  const isMapping = depth.kind === 'mapping';
  const first = new Map<string, Range>();
  let at = start + lead;
  let before = 0;
  for (const part of parts) {
    let counts = true;
    if (isMapping)
      for (const [i, one] of keysOf(part).entries()) {
        const here = moved(one, at).at;
        const other = first.get(one.value);
        if (other === undefined) first.set(one.value, here);
        else counts = false;
        if (other && path)
          yield { kind: 'duplicate-key', at: here, first: other, path, key: one.value, entry: before + i };
      }
    if (part.kind === 'group') yield* faultsIn(part, at, counts ? path : undefined);
    else if (part.faults.length > 0)
      for (const fault of part.faults)
        if (path || fault.kind === 'syntax') yield placed(fault, at, [path ?? [], before]);
    at += part.length;
    before += part.kind === 'group' ? 1 : countOf(part.node);
  }
}

function placed(fault: YamlFault, start: number, [path, before]: readonly [Path, number]): YamlFault {
  const found = movedFault(fault, start);
  if (found.kind === 'syntax') return found;
  const [step, ...rest] = found.path;
  if (step === undefined) return { ...found, path, entry: found.entry + before };
  return { ...found, path: [...path, typeof step === 'number' ? step + before : step, ...rest] };
}

function nodeOf(group: Group, start: number, resolved: Resolved): Mapping | Sequence {
  return group.depth.kind === 'sequence' ? sequenceOf(group, start, resolved) : mappingOf(group, start, resolved);
}

function sequenceOf({ parts, lead, depth }: Group, start: number, resolved: Resolved): Sequence {
  const nodes: Node[] = [];
  const starts: number[] = [];
  let from = start + lead;
  const first = from + depth.indent;
  for (const part of parts) {
    const placed = resolved.get(part);
    const node = placed ?? (part.kind === 'block' ? part.node : undefined);
    if (node?.kind === 'sequence')
      for (const item of node.items) {
        starts.push(placed ? 0 : from);
        nodes.push(item);
      }
    from += part.length;
  }
  const end = (nodes.at(-1)?.at.end ?? 0) + (starts[nodes.length - 1] ?? first);
  return longSequence({ nodes, starts }, { start: first, end: Math.max(first, end) });
}

function mappingOf({ parts, lead, depth }: Group, start: number, resolved: Resolved): Mapping {
  let from = start + lead;
  const first = from + depth.indent;
  const entries: Entry[] = [];
  for (const part of parts) {
    entries.push(...entriesOf(part, from, resolved));
    from += part.length;
  }
  const at = { start: entries[0]?.key.at.start ?? first, end: entries.at(-1)?.value.at.end ?? first };
  return { kind: 'mapping', entries, flow: false, at };
}

function entriesOf(part: Part, start: number, resolved: Resolved): readonly Entry[] {
  if (part.kind === 'group')
    return part.key === undefined ? [] : [{ key: moved(part.key, start), value: nodeOf(part, start, resolved) }];
  const placed = resolved.get(part);
  if (placed?.kind === 'mapping') return placed.entries;
  if (part.node.kind !== 'mapping') return [];
  return part.node.entries.map(({ key, value }) => ({
    key: moved<typeof key>(key, start),
    value: moved<Node>(value, start),
  }));
}
