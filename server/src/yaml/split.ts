import { type Among, type Block, MOST_HEADS, readBlock, readBlocks, simpleBlock, unreadBlock } from './block.ts';
import type { Key } from './tree.ts';

/** A section whose value goes on over many lines: its entries or items are read one by one. */
export interface Group {
  readonly kind: 'group';
  readonly length: number;
  readonly lines: number;
  /** Its key, with places from the start of the section; the document as a whole has none. */
  readonly key: Key | undefined;
  /** How far behind its start the first of its parts begins. */
  readonly lead: number;
  readonly depth: Depth;
  readonly parts: readonly Part[];
  readonly isDependent: boolean;
  readonly hasAliases: boolean;
  /** Blocks of it in which something is wrong. */
  readonly mistaken: number;
}

export type Part = Block | Group;

/** Where the parts of a section stand, and within how many sections. */
export interface Depth extends Among {
  readonly level: number;
}

/** Blocks with mistakes that are read; of what comes then only what is plainly right. */
const MOST_MISTAKEN = 1000;

/** Blocks that are read in one go. */
const TOGETHER = 100;

/** Whether a document has so many mistakes that some of it is not read. */
export function isUnread({ mistaken }: Group): boolean {
  return mistaken > MOST_MISTAKEN;
}

/** Sections of fewer lines are read as one block. */
export const LONG = 12;

/** A key that opens a section on the lines below it. */
const HEAD = /^ *([A-Za-z][A-Za-z0-9]*):[ \t]*(?:[ \t]#[^\n]*)?\r?\n/;

/** Blank lines and comments belong to the block above them. */
const NO_CONTENT = -1;

/** The lines of a part: the first one, and the one behind the last. */
type Stretch = readonly [from: number, to: number];

/** Blocks that were read before. */
interface Known {
  get(text: string, among: Among): Block | undefined;
  isNotSimple(text: string, among: Among): boolean;
}

/** Takes a stretch of text apart that stands in a section. */
export class Splitter {
  readonly #text: string;
  readonly #end: number;
  readonly #starts: number[] = [];
  readonly #indents: number[] = [];
  readonly #known: Known | undefined;
  #mistaken = 0;

  constructor(text: string, { from, end }: { readonly from: number; readonly end: number }, known?: Known) {
    this.#text = text;
    this.#end = end;
    this.#known = known;
    for (let start = from; start < end; ) {
      const found = text.indexOf('\n', start);
      const next = found < 0 ? end : found + 1;
      this.#starts.push(start);
      this.#indents.push(indentOf(text, start, next));
      start = next;
    }
  }

  /** All of the text as a section without a key, at the place of its first line with content. */
  document(): Group | undefined {
    const all: Stretch = [0, this.#starts.length];
    return this.#group(all, { inner: 0, depth: { kind: 'mapping', indent: 0, level: 1 } });
  }

  /** The parts of all of the text, where its first line opens one; undefined where they are none. */
  parts(depth: Depth): readonly Part[] | undefined {
    const stretches = this.opens(depth) ? this.#stretches([0, this.#starts.length], depth) : undefined;
    return stretches && this.#parts(stretches, depth);
  }

  /** Whether its first line opens a part. */
  opens({ kind, indent }: Depth): boolean {
    return this.#indents[0] === indent && this.#opensItem(0) === (kind === 'sequence') && !this.#goesOn(0);
  }

  #group([from, to]: Stretch, { name, inner, depth }: Head): Group | undefined {
    const mistaken = this.#mistaken;
    const stretches = this.#stretches([inner, to], depth);
    const parts = stretches && this.#parts(stretches, depth);
    const first = stretches?.[0]?.[0];
    const start = this.#startOf(from);
    const key = name === undefined ? undefined : keyAt(this.#indents[from] ?? 0, name);
    const length = this.#startOf(to) - start;
    const lead = this.#startOf(first ?? from) - start;
    const group = parts && groupOf({ key, length, lines: to - from, lead, depth }, parts);
    // What is no group is read in another way, and has other mistakes.
    if (group === undefined) this.#mistaken = mistaken;
    return group;
  }

  #parts(stretches: readonly Stretch[], depth: Depth): readonly Part[] | undefined {
    const found = stretches.map((stretch) => this.#section(stretch, depth));
    const read = new Map<number, readonly (Part | undefined)[]>();
    const left = stretches.flatMap((stretch, i) => (found[i] === undefined ? [[stretch, i] as const] : []));
    for (const run of neighbours(left))
      read.set(
        run[0]?.[1] ?? 0,
        this.#read(
          run.map(([stretch]) => stretch),
          depth,
        ),
      );
    const parts = found.flatMap((part, i) => read.get(i) ?? part ?? []);
    return parts.includes(undefined) ? undefined : parts.filter((part) => part !== undefined);
  }

  /** Neighbours of which none is simple, as blocks: those that are not read any more as one. */
  #read(run: readonly Stretch[], depth: Depth): readonly (Part | undefined)[] {
    const texts = run.map((stretch) => ({ text: this.#textOf(stretch), lines: stretch[1] - stretch[0] }));
    const parts: (Part | undefined)[] = [];
    let areSound = true;
    for (let first = 0; first < texts.length; first += TOGETHER) {
      if (this.#mistaken > MOST_MISTAKEN) return [...parts, unreadBlock(texts.slice(first), depth)];
      const some = texts.slice(first, first + TOGETHER);
      const known = some.map(({ text }) => this.#known?.get(text, depth));
      // Where something is wrong there is more.
      const areTogether: boolean = areSound && some.length > 1 && known.every((block) => block === undefined);
      const blocks = areTogether ? readBlocks(some, depth) : undefined;
      const read = blocks ?? some.map(({ text, lines }, i) => known[i] ?? readBlock(text, lines, depth));
      const mistaken: number = read.filter((block) => block && !isSound(block)).length;
      areSound = mistaken === 0;
      this.#mistaken += mistaken;
      parts.push(...read);
    }
    return parts;
  }

  /** A long section, or a block that needs no library. */
  #section(stretch: Stretch, depth: Depth): Part | undefined {
    const head = this.#headOf(stretch, depth);
    const group = head && this.#group(stretch, head);
    if (group) return group;
    const text = this.#textOf(stretch);
    if (this.#known?.isNotSimple(text, depth)) return undefined;
    return this.#known?.get(text, depth) ?? simpleBlock(text, stretch[1] - stretch[0], depth);
  }

  /** The key of a long section, and where what is below it begins; nothing for what is read as one block. */
  #headOf([from, to]: Stretch, { kind, indent, level }: Depth): Head | undefined {
    if (kind !== 'mapping' || to - from < LONG || level >= MOST_HEADS) return undefined;
    const name = HEAD.exec(this.#textOf([from, from + 1]))?.[1];
    const inner = this.#content(from + 1, to);
    const column = this.#indents[inner] ?? NO_CONTENT;
    const isList = this.#opensItem(inner);
    const isBelow = column > indent || (column === indent && isList);
    if (name === undefined || inner >= to || !isBelow) return undefined;
    return { name, inner, depth: { kind: isList ? 'sequence' : 'mapping', indent: column, level: level + 1 } };
  }

  /** Where the parts of a section begin and end, by line; nothing where a line stands further left than they may. */
  #stretches([first, last]: Stretch, { kind, indent }: Depth): readonly Stretch[] | undefined {
    const found: [number, number][] = [];
    for (let line = this.#content(first, last); line < last; line++) {
      const column = this.#indents[line] ?? NO_CONTENT;
      if (column === NO_CONTENT) continue;
      if (column < indent || (column > indent && found.length === 0)) return undefined;
      if (column > indent) continue;
      const isItem = this.#opensItem(line);
      const open = found.at(-1);
      if (open && this.#goesOn(line)) continue;
      if (isItem !== (kind === 'sequence')) {
        // A list may stand as far left as the key it belongs to.
        if (open === undefined || !isItem) return undefined;
        continue;
      }
      if (open) open[1] = line;
      found.push([line, last]);
    }
    return found;
  }

  #opensItem(line: number): boolean {
    return this.#text[this.#startOf(line) + (this.#indents[line] ?? 0)] === '-';
  }

  /** Whether a line belongs to what stands above it, as one that closes brackets does. */
  #goesOn(line: number): boolean {
    const first = this.#text[this.#startOf(line) + (this.#indents[line] ?? 0)];
    return first === ']' || first === '}';
  }

  /** The first line with content, from a line on. */
  #content(line: number, last: number): number {
    let next = line;
    while (next < last && this.#indents[next] === NO_CONTENT) next++;
    return next;
  }

  /** A copy: a slice is a view of the whole, and would keep all of it. */
  #textOf([from, to]: Stretch): string {
    return ` ${this.#text.slice(this.#startOf(from), this.#startOf(to))}`.slice(1);
  }

  #startOf(line: number): number {
    return this.#starts[line] ?? this.#end;
  }
}

interface Head {
  readonly name?: string;
  readonly inner: number;
  readonly depth: Depth;
}

/**
 * A section of parts. Undefined where something is wrong in all of them, as it may be no such section unless a great many lines look
 * like items, and where one in which something is wrong has the key of another, of which only the whole tells.
 */
export function groupOf(
  group: Omit<Group, 'kind' | 'parts' | 'isDependent' | 'hasAliases' | 'mistaken'>,
  parts: readonly Part[],
): Group | undefined {
  const mistaken = parts.reduce(
    (sum, part) => sum + (part.kind === 'group' ? part.mistaken : Number(!isSound(part))),
    0,
  );
  const isCertain = group.depth.kind === 'sequence' && mistaken > MOST_MISTAKEN;
  if (!isCertain && !parts.some(isSound)) return undefined;
  if (group.depth.kind === 'mapping' && mistaken > 0 && !isEachKnown(parts)) return undefined;
  const isDependent = parts.some((part) => part.isDependent);
  const hasAliases = parts.some((part) => part.hasAliases);
  return { kind: 'group', ...group, parts, isDependent, hasAliases, mistaken };
}

function isSound(part: Part): boolean {
  return part.kind === 'group' || part.faults.length === 0;
}

/** The keys of a part of a mapping. */
export function keysOf(part: Part): readonly Key[] {
  if (part.kind === 'group') return part.key ? [part.key] : [];
  return part.node.kind === 'mapping' ? part.node.entries.map(({ key }) => key) : [];
}

function isEachKnown(parts: readonly Part[]): boolean {
  const first = new Map<string, Part>();
  for (const part of parts) {
    for (const { value } of keysOf(part)) {
      const other = first.get(value);
      if (other === undefined) first.set(value, part);
      else if (!isSound(other) || !isSound(part)) return false;
    }
  }
  return true;
}

function indentOf(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text[at] === ' ') at++;
  const first = text[at];
  return at >= end || first === '\n' || first === '\r' || first === '#' ? NO_CONTENT : at - start;
}

/** Stretches that follow each other without a gap, together. */
function neighbours<T extends readonly [Stretch, number]>(all: readonly T[]): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const one of all) {
    const run = runs.at(-1);
    if (run?.at(-1)?.[0][1] === one[0][0]) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

function keyAt(start: number, name: string): Key {
  return { kind: 'scalar', value: name, style: 'plain', at: { start, end: start + name.length }, verbatimAt: start };
}
