import { lineFeeds } from '../text/lines.ts';
import { MOST_LEVELS } from './bounded.ts';
import { parseNode, parseYaml, type YamlDocument } from './parse.ts';
import { readSimple } from './simple.ts';
import type { Entry, Key, Mapping, Node, Sequence } from './tree.ts';

/** The blocks of a document by their text: a section, or an item of a list. */
export type Blocks = ReadonlyMap<string, Block>;

/** A block as it was read somewhere: its node, with places in the document in which its text began at `start`. */
interface Block {
  readonly node: Node;
  readonly start: number;
}

/** A document, and its blocks for the next time. */
export interface BlockDocument extends YamlDocument {
  readonly blocks: Blocks;
}

/**
 * Reads a document block by block: a section, or an item of a long list. A block that was read `before` is not read again, so
 * an edit costs as much as the block around it. Where the blocks do not stand alone (a mistake, an alias, a directive), only the
 * whole text tells what it means, and is read instead.
 */
export function readYaml(written: string, before: Blocks): BlockDocument {
  const text = lineFeeds(written);
  const reader = new BlockReader(text, before);
  const root = DEPENDENT.test(text) ? undefined : reader.mapping([0, reader.count], { indent: 0, level: 1 });
  return root ? { root, faults: [], blocks: reader.blocks } : { ...parseYaml(text), blocks: before };
}

/** A byte order mark, an alias, a directive or a document marker, a tab as indentation. */
const DEPENDENT = /^\ufeff|(?<![^\s[{,:-])\*[^\s*]|^(?:%|---|\.\.\.)|^ *\t/m;

/** A key that opens a section on the lines below it. */
const HEAD = /^ *([A-Za-z][A-Za-z0-9]*):[ \t]*(?:[ \t]#[^\n]*)?\r?\n/;

/** Sections within sections that are taken apart; what is deeper is read as one block. */
const MOST_HEADS = 6;

/** Shorter stretches are read as one block. */
const LONG = 12;

/** Blank lines and comments belong to the block above them. */
const NO_CONTENT = -1;

/** The lines of a block: the first one, and the one behind the last. */
type Stretch = readonly [from: number, to: number];

/** Where the children of a collection stand, and in how many collections. */
interface Depth {
  readonly indent: number;
  readonly level: number;
}

class BlockReader {
  readonly count: number;
  readonly blocks = new Map<string, Block>();
  readonly #text: string;
  readonly #before: Blocks;
  readonly #starts: number[] = [];
  readonly #indents: number[] = [];

  constructor(text: string, before: Blocks) {
    this.#text = text;
    this.#before = before;
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf('\n', start);
      const next = end < 0 ? text.length : end + 1;
      this.#starts.push(start);
      this.#indents.push(indentOf(text, start, next));
      start = next;
    }
    this.count = this.#starts.length;
  }

  /** The mapping on the lines from `first` to `last`. */
  mapping([first, last]: Stretch, depth: Depth): Mapping | undefined {
    const { indent } = depth;
    const stretches = this.#stretches(first, last, indent, (start) => this.#text[start] !== '-');
    const short = stretches?.filter((stretch) => this.#headOf(stretch, depth) === undefined);
    if (stretches === undefined || short === undefined || !this.#learn(short, 'mapping', indent)) return undefined;
    const entries: Entry[] = [];
    const names = new Set<string>();
    for (const stretch of stretches) {
      const entry = this.#entry(stretch, depth);
      if (entry === undefined || names.has(entry.key.value)) return undefined;
      names.add(entry.key.value);
      entries.push(entry);
    }
    const start = entries[0]?.key.at.start;
    const end = entries.at(-1)?.value.at.end;
    if (start === undefined || end === undefined) return undefined;
    return { kind: 'mapping', entries, flow: false, at: { start, end } };
  }

  #sequence([first, last]: Stretch, { indent }: Depth): Sequence | undefined {
    const stretches = this.#stretches(first, last, indent, (start) => this.#text[start] === '-');
    if (stretches === undefined || !this.#learn(stretches, 'sequence', indent)) return undefined;
    const items = stretches.map((stretch) => this.#known(stretch));
    const start = this.#startOf(stretches[0]?.[0] ?? first) + indent;
    const end = items.at(-1)?.at.end;
    if (end === undefined || !items.every((item) => item !== undefined)) return undefined;
    return { kind: 'sequence', items, flow: false, at: { start, end: Math.max(start, end) } };
  }

  #entry(stretch: Stretch, depth: Depth): Entry | undefined {
    const head = this.#headOf(stretch, depth);
    if (head === undefined) {
      const block = this.#known(stretch);
      return block?.kind === 'mapping' ? block.entries[0] : undefined;
    }
    const { name, inner, indent } = head;
    const below: Stretch = [inner, stretch[1]];
    const within = { indent, level: depth.level + 1 };
    const isList = this.#text[this.#startOf(inner) + indent] === '-';
    const value = isList ? this.#sequence(below, within) : this.mapping(below, within);
    return value && { key: keyAt(this.#startOf(stretch[0]) + depth.indent, name), value };
  }

  /** The key of a long section, and where what is below it begins; nothing for what is read as one block. */
  #headOf([from, to]: Stretch, depth: Depth): { name: string; inner: number; indent: number } | undefined {
    if (to - from < LONG || depth.level >= MOST_HEADS) return undefined;
    const name = HEAD.exec(this.#textOf(from, from + 1))?.[1];
    const inner = this.#content(from + 1, to);
    const indent = this.#indents[inner] ?? NO_CONTENT;
    const isBelow =
      indent > depth.indent || (indent === depth.indent && this.#text[this.#startOf(inner) + indent] === '-');
    return name !== undefined && inner < to && isBelow ? { name, inner, indent } : undefined;
  }

  /** Reads the blocks that are not known yet, neighbours together: to read many texts costs more than to read one. */
  #learn(stretches: readonly Stretch[], kind: 'mapping' | 'sequence', indent: number): boolean {
    const unknown = stretches.filter((stretch) => !this.#isKnown(stretch) && !this.#learnSimple(stretch, kind, indent));
    for (const run of neighbours(unknown)) {
      const begin = this.#startOf(run[0]?.[0] ?? 0);
      const node = readAlone(apart(this.#text.slice(begin, this.#startOf(run.at(-1)?.[1] ?? 0))), begin);
      const parts = node?.kind === kind ? partsOf(node) : [];
      if (parts.length !== run.length || node?.at.start !== begin + indent) return false;
      for (const [i, [from, to]] of run.entries()) {
        const part = parts[i];
        const start = this.#startOf(from);
        if (part === undefined || (kind === 'mapping' && !beginsLine(part, start + indent))) return false;
        this.blocks.set(this.#textOf(from, to), { node: part, start });
      }
    }
    return true;
  }

  /** Reads a block that is simple; whether it is. */
  #learnSimple([from, to]: Stretch, kind: Node['kind'], indent: number): boolean {
    const start = this.#startOf(from);
    const text = this.#textOf(from, to);
    const node = readSimple(apart(text), start);
    const [part, ...others] = node?.kind === kind && node.at.start === start + indent ? partsOf(node) : [];
    if (part === undefined || others.length > 0) return false;
    this.blocks.set(text, { node: part, start });
    return true;
  }

  /** The node of a block that was read now or before, at its place in the document. */
  #known([from, to]: Stretch): Node | undefined {
    const text = this.#textOf(from, to);
    const block = this.blocks.get(text) ?? this.#before.get(text);
    if (block) this.blocks.set(text, block);
    return block && moved(block.node, this.#startOf(from) - block.start);
  }

  #isKnown([from, to]: Stretch): boolean {
    const text = this.#textOf(from, to);
    return this.blocks.has(text) || this.#before.has(text);
  }

  #textOf(from: number, to: number): string {
    return this.#text.slice(this.#startOf(from), this.#startOf(to));
  }

  /** Where the children of a collection begin and end, by line; nothing where a line stands further left than they may. */
  #stretches(
    first: number,
    last: number,
    indent: number,
    opens: (start: number) => boolean,
  ): readonly Stretch[] | undefined {
    const found: [number, number][] = [];
    for (let line = this.#content(first, last); line < last; line++) {
      const depth = this.#indents[line] ?? NO_CONTENT;
      if (depth === NO_CONTENT) continue;
      if (depth < indent || (depth > indent && found.length === 0)) return undefined;
      if (depth > indent) continue;
      const isOpening = opens(this.#startOf(line) + indent);
      // A list may stand as far left as the key it belongs to.
      if (!isOpening && (found.length === 0 || this.#text[this.#startOf(line) + indent] !== '-')) return undefined;
      if (!isOpening) continue;
      const open = found.at(-1);
      if (open) open[1] = line;
      found.push([line, last]);
    }
    return found;
  }

  /** The first line with content, from a line on. */
  #content(line: number, last: number): number {
    let next = line;
    while (next < last && this.#indents[next] === NO_CONTENT) next++;
    return next;
  }

  #startOf(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }
}

function indentOf(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text[at] === ' ') at++;
  const first = text[at];
  return at >= end || first === '\n' || first === '\r' || first === '#' ? NO_CONTENT : at - start;
}

/**
 * A copy of a part of a text. A slice is a view of the whole: a block that outlives its document would keep all of it, one version
 * for each block that was ever typed in.
 */
function apart(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** Reads a part of a document that begins at `start`. */
function readAlone(text: string, start: number): Node | undefined {
  const { node, faults } = parseNode(text, { start, most: MOST_LEVELS - MOST_HEADS });
  return faults.length === 0 && node?.kind !== 'scalar' && node?.flow === false ? node : undefined;
}

/** Whether a key stands where its line begins: what stands before it, or an empty key, belongs to more than its block. */
function beginsLine({ at }: Node, start: number): boolean {
  return at.start === start && at.end > start;
}

/** Stretches that follow each other without a gap, together. */
function neighbours(stretches: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const runs: Stretch[][] = [];
  for (const stretch of stretches) {
    const run = runs.at(-1);
    if (run?.at(-1)?.[1] === stretch[0]) run.push(stretch);
    else runs.push([stretch]);
  }
  return runs;
}

/** The items of a list, or the entries of a mapping as a mapping each. */
function partsOf(node: Node): readonly Node[] {
  if (node.kind === 'sequence') return node.items;
  if (node.kind === 'scalar') return [];
  return node.entries.map((entry) => ({ ...node, entries: [entry], at: entry.key.at }));
}

function keyAt(start: number, name: string): Key {
  const at = { start, end: start + name.length };
  return { kind: 'scalar', value: name, style: 'plain', at, verbatimAt: start };
}

/** The node with all its places further on; itself where it stays. */
function moved<T extends Node>(node: T, by: number): T;
function moved(node: Node, by: number): Node {
  if (by === 0) return node;
  const at = { start: node.at.start + by, end: node.at.end + by };
  switch (node.kind) {
    case 'scalar':
      return node.verbatimAt === undefined ? { ...node, at } : { ...node, at, verbatimAt: node.verbatimAt + by };
    case 'sequence':
      return { ...node, at, items: node.items.map((item) => moved(item, by)) };
    case 'mapping':
      return {
        ...node,
        at,
        entries: node.entries.map(({ key, value }) => ({ key: moved(key, by), value: moved(value, by) })),
      };
  }
}
