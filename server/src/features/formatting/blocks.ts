import type { LineTable } from '../../text/lines.ts';
import type { Reach } from './reach.ts';
import type { Token } from './tokens.ts';

/** A block mapping or a block list, which stands at one column. */
export interface Block {
  readonly isList: boolean;
  /** The block it stands in. */
  readonly outer: Block | undefined;
  readonly column: number;
  /** The column at which it is to stand. */
  readonly wanted: number;
  /** Whether all its lines may be changed; else it stays where it stands. */
  readonly isFree: boolean;
}

interface Steps {
  readonly indent: number;
  readonly indentLists: boolean;
}

/** The blocks of a document. */
export interface Blocks {
  /** Blanks per step. */
  readonly indent: number;
  /** By the index of its first token: the block that a key or a dash belongs to. */
  readonly heads: ReadonlyMap<number, Block>;
  /** By the index of a token outside of flow collections: the innermost block that is open behind it. */
  readonly around: readonly (Block | undefined)[];
}

/**
 * Finds the blocks by the columns of their keys and dashes, and where they are to stand: a step further than what is around them,
 * lists as most of them. Where no step is wanted, it is the one that most blocks have.
 */
export function blocksOf(tokens: readonly Token[], lines: LineTable, reach: Reach, wanted: number | undefined): Blocks {
  const found: Found[] = [];
  const heads = new Map<number, Found>();
  const around: (Found | undefined)[] = [];
  const open: Found[] = [];
  let depth = 0;
  let last = 0;
  let isText = false;
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth--;
    else if (depth === 0 && isHead(tokens, i, lines)) {
      const line = lines.lineAt(token.start);
      const column = columnAt(lines, token.start);
      const isList = token.kind === 'dash';
      for (let top = open.at(-1); top && !holds(top, column, isList); top = open.at(-1)) {
        top.last = isText ? line - 1 : last;
        open.pop();
      }
      let block = open.at(-1);
      if (block?.column !== column || block.isList !== isList) {
        block = { isList, outer: block, column, wanted: column, isFree: false, first: line, last: line };
        open.push(block);
        found.push(block);
      }
      heads.set(i, block);
    }
    around[i] = open.at(-1);
    if (token.kind === 'comment') continue;
    last = lines.lineAt(Math.max(token.start, token.end - 1));
    // What is behind a text belongs to it, as soon as it stands deep enough.
    isText = token.style === 'block';
  }
  for (const block of open) block.last = isText ? lines.count - 1 : last;
  const indentLists = areIndented(found);
  const indent = wanted ?? usualStep(indentLists ? found : found.filter(({ isList }) => !isList));
  place(found, reach, { indent, indentLists });
  return { indent, heads, around };
}

/** The column of an offset; a byte order mark takes none. */
export function columnAt(lines: LineTable, offset: number): number {
  const { line, column } = lines.position(offset);
  return line === 0 && lines.text.startsWith('\ufeff') ? column - 1 : column;
}

type Found = { -readonly [K in keyof Block]: Block[K] } & {
  readonly outer: Found | undefined;
  readonly first: number;
  last: number;
};

/** Whether a token begins an entry or an item of a block. What is said of a key before it belongs to it. */
function isHead(tokens: readonly Token[], index: number, lines: LineTable): boolean {
  const token = tokens[index];
  if (token?.kind === 'dash') return true;
  if (token === undefined || (token.kind !== 'key' && token.kind !== 'properties')) return false;
  const line = lines.lineAt(token.start);
  const before = tokens[index - 1];
  if (before?.kind === 'properties' && lines.lineAt(before.start) === line) return false;
  let key = index;
  while (tokens[key]?.kind === 'properties') key++;
  const end = tokens[key];
  return end?.kind === 'key' && lines.lineAt(end.start) === line;
}

/** Whether an entry or item at a column is within a block that is open, or part of it. */
function holds(block: Block, column: number, isList: boolean): boolean {
  if (block.column < column) return true;
  // A list may stand at the column of the key it belongs to.
  return block.column === column && (block.isList === isList || isList);
}

function place(blocks: readonly Found[], reach: Reach, { indent, indentLists }: Steps): void {
  for (const block of blocks) {
    const { outer, isList } = block;
    block.isFree = reach.covers(block.first, block.last);
    if (!block.isFree) continue;
    if (outer === undefined) block.wanted = 0;
    else if (outer.isList) block.wanted = outer.wanted + 2;
    else block.wanted = outer.wanted + (isList && !indentLists ? 0 : indent);
  }
}

/** Whether lists stand deeper than their keys, by most of them. */
function areIndented(blocks: readonly Block[]): boolean {
  const lists = stepsOf(blocks.filter(({ isList }) => isList));
  return lists.filter((step) => step > 0).length * 2 >= lists.length;
}

/** How far most blocks stand from what is around them. */
function usualStep(blocks: readonly Block[]): number {
  const counts = new Map<number, number>();
  for (const step of stepsOf(blocks)) if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? 2;
}

/** How far each block below a key stands from it. */
function stepsOf(blocks: readonly Block[]): readonly number[] {
  return blocks.flatMap(({ column, outer }) => (outer === undefined || outer.isList ? [] : [column - outer.column]));
}
