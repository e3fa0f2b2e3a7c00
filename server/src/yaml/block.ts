import { MOST_LEVELS } from './bounded.ts';
import { moved, movedFault } from './moved.ts';
import { type DuplicateKey, parseNode, type YamlFault } from './parse.ts';
import { readSimple } from './simple.ts';
import { type SyntaxCode, unread } from './syntax-faults.ts';
import { hasAlias, type Mapping, type Sequence } from './tree.ts';

/** Lines of a document that are read by themselves: entries of a mapping or items of a list. Places are counted from its start. */
export interface Block {
  readonly kind: 'block';
  readonly length: number;
  readonly lines: number;
  readonly node: Mapping | Sequence;
  readonly faults: readonly YamlFault[];
  /** What it says depends on what stands elsewhere. */
  readonly isDependent: boolean;
  /** It repeats what has an anchor, here or in another block. */
  readonly hasAliases: boolean;
  /** The text of one that has aliases, or may have an anchor. */
  readonly linked: string | undefined;
  /** It was read without the library. */
  readonly isSimple: boolean;
  /** The texts of which it consists, where they were not looked at but for whether one is simple. */
  readonly unread?: readonly string[];
}

/** What some lines say, and what is wrong in them. */
type Read = Pick<Block, 'node' | 'faults'> & { readonly isSimple?: boolean };

const NONE: readonly YamlFault[] = [];

/** Where a block stands: among entries or items, and how far to the right. */
export interface Among {
  readonly kind: (Mapping | Sequence)['kind'];
  readonly indent: number;
}

/** Sections within sections that are taken apart; what is deeper is read as one block. */
export const MOST_HEADS = 6;

/** Reads a block without the library, where it is simple. */
export function simpleBlock(text: string, lines: number, { kind, indent }: Among): Block | undefined {
  const node = readSimple(text, 0);
  if (node?.kind !== kind || node.at.start !== indent || countOf(node) !== 1) return undefined;
  return blockOf(text, lines, { node, faults: NONE, isSimple: true });
}

/** Reads some lines as a block by the library; undefined where they are none. */
export function readBlock(text: string, lines: number, among: Among): Block | undefined {
  const read = readAmong(text, among);
  if (read === undefined) return undefined;
  const { node, faults } = read;
  if (faults.length === 0 && !(countOf(node) === 1 && beginsAt(node, text, among.indent))) return undefined;
  return blockOf(text, lines, read);
}

/** Some blocks that are not looked at, as one with a mistake. */
export function unreadBlock(blocks: readonly { text: string; lines: number }[], { kind, indent }: Among): Block {
  const text = blocks.map((block) => block.text).join('');
  const lines = blocks.reduce((sum, block) => sum + block.lines, 0);
  const at = { start: indent, end: indent };
  const node: Mapping | Sequence =
    kind === 'mapping' ? { kind, entries: [], flow: false, at } : { kind, items: [], flow: false, at };
  const reach = { start: 0, end: text.length };
  return {
    ...blockOf(text, lines, { node, faults: [unread(text, reach)] }),
    unread: blocks.map((block) => block.text),
  };
}

function blockOf(text: string, lines: number, { node, faults, isSimple = false }: Read): Block {
  // An alias of an anchor that stands elsewhere is no mistake.
  const own = faults.length === 0 ? faults : faults.filter((fault) => !isUnknownAlias(fault));
  const hasAliases = own.length < faults.length || hasAlias(node);
  return {
    kind: 'block',
    length: text.length,
    lines,
    node,
    faults: own,
    isDependent: own.some((fault) => hasAliases || (fault.kind === 'syntax' && DEPENDENT.has(fault.code))),
    hasAliases,
    linked: hasAliases || text.includes('&') ? text : undefined,
    isSimple,
  };
}

/**
 * Reads several blocks at once, as to read many texts costs more than to read one. Undefined where something is wrong in them, and
 * where one repeats what stands in another.
 */
export function readBlocks(
  texts: readonly { text: string; lines: number }[],
  among: Among,
): readonly Block[] | undefined {
  const read = readAmong(texts.map(({ text }) => text).join(''), among);
  if (read === undefined || read.faults.length > 0 || countOf(read.node) !== texts.length) return undefined;
  if (hasAlias(read.node)) return undefined;
  const parts = partsOf(read.node);
  const blocks: Block[] = [];
  let start = 0;
  for (const [i, { text, lines }] of texts.entries()) {
    const part = parts[i];
    const node = part && moved(part, -start);
    if (node === undefined || !beginsAt(node, text, among.indent)) return undefined;
    blocks.push(blockOf(text, lines, { node, faults: [] }));
    start += text.length;
  }
  return blocks;
}

/** What only the whole text tells. */
const DEPENDENT: ReadonlySet<SyntaxCode> = new Set([
  'ALIAS_BOMB',
  'BAD_ALIAS',
  'CONFLICT',
  'EMPTY',
  'NOT_A_MAPPING',
  'SEVERAL_DOCUMENTS',
  'TOO_DEEP',
]);

function isUnknownAlias(fault: YamlFault): boolean {
  return fault.kind === 'syntax' && fault.code === 'UNKNOWN_ALIAS';
}

/** Stands before a block while it is read, so that it is read as what it is: one of several entries or items. */
const SIBLING = { mapping: 'the entry before the one that is read: 0\n', sequence: '- 0\n' };

function readAmong(text: string, { kind, indent }: Among): Read | undefined {
  const sibling = ' '.repeat(indent) + SIBLING[kind];
  const before = sibling.length;
  const { node, faults } = parseNode(sibling + text, { start: -before, most: MOST_LEVELS - MOST_HEADS });
  if (node === undefined || node.kind !== kind) return undefined;
  return {
    node:
      node.kind === 'mapping' ? { ...node, entries: node.entries.slice(1) } : { ...node, items: node.items.slice(1) },
    // Mistakes in the writing are told as if the text were all there is.
    faults: faults.map((fault) => (fault.kind === 'syntax' ? movedFault(fault, -before) : withoutSibling(fault))),
  };
}

function withoutSibling(fault: DuplicateKey): DuplicateKey {
  const [step, ...rest] = fault.path;
  if (step === undefined) return { ...fault, entry: fault.entry - 1 };
  return typeof step === 'number' ? { ...fault, path: [step - 1, ...rest] } : fault;
}

export function countOf(node: Mapping | Sequence): number {
  return node.kind === 'mapping' ? node.entries.length : node.items.length;
}

/**
 * Whether the key of a block begins where its line does, with a colon on that line: what stands before it, an empty key, or one of
 * several lines belongs to more than the block.
 */
function beginsAt(node: Mapping | Sequence, text: string, indent: number): boolean {
  if (node.kind === 'sequence') return true;
  const key = node.entries[0]?.key.at;
  return key !== undefined && key.start === indent && key.end > key.start && /^[ \t]*:/.test(text.slice(key.end));
}

/** The items of a list or the entries of a mapping, as one of its kind each. */
function partsOf(node: Mapping | Sequence): readonly (Mapping | Sequence)[] {
  if (node.kind === 'sequence') return node.items.map((item) => ({ ...node, items: [item] }));
  return node.entries.map((entry) => ({ ...node, entries: [entry], at: entry.key.at }));
}
