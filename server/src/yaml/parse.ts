import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
  type Range as YamlRange,
  type Scalar as YamlScalar,
} from 'yaml';
import { lineFeeds } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { MOST_LEVELS, readBounded } from './bounded.ts';
import { faultOnLine, type SyntaxCode, type SyntaxFault, syntaxFaults, tooDeep } from './syntax-faults.ts';
import type { Entry, Key, Mapping, Node, Path, Scalar, Sequence } from './tree.ts';

/** What can be wrong with the YAML itself. */
export type YamlFault = SyntaxFault | DuplicateKey;

/** A key that its mapping has already. */
export interface DuplicateKey {
  readonly kind: 'duplicate-key';
  readonly at: Range;
  readonly first: Range;
  readonly path: Path;
  readonly key: string;
  readonly entry: number;
}

export interface YamlDocument {
  readonly root: Mapping | undefined;
  readonly faults: readonly YamlFault[];
}

/** Nodes that aliases may add to a document before it counts as an attack; an honest spec stays far below. */
const ALIAS_LIMIT = 100_000;

/** Reads one YAML 1.2 document as far as it can be read; what cannot be read is a fault, never an exception. */
export function parseYaml(text: string): YamlDocument {
  const { node, faults } = parseNode(text);
  if (node === undefined || node.kind === 'mapping') return { root: node, faults };
  if (faults.length > 0) return { root: undefined, faults };
  return { root: undefined, faults: [faultOnLine('NOT_A_MAPPING', firstLine(text, node.at), text)] };
}

/** A part of a document: where it begins in that, and how deep it may be nested. */
interface Part {
  readonly start: number;
  readonly most: number;
}

const WHOLE: Part = { start: 0, most: MOST_LEVELS };

/** What a text says as YAML, be it a mapping or not, unless it is nested too deeply. The faults of a part are told as if it were all. */
export function parseNode(
  written: string,
  { start, most } = WHOLE,
): { readonly node: Node | undefined; readonly faults: readonly YamlFault[] } {
  const text = lineFeeds(written);
  const { documents, tooDeepAt } = readBounded(text, most);
  const [first, second] = documents;
  const faults: YamlFault[] = first === undefined ? [] : syntaxFaults(first, text);
  if (second !== undefined) faults.push(faultOnLine('SEVERAL_DOCUMENTS', separator(text, second), text));
  if (tooDeepAt !== undefined) faults.push(tooDeep(text, tooDeepAt));
  if (!first?.contents || isEmptyScalar(first.contents)) {
    if (faults.length === 0) faults.push(faultOnLine('EMPTY', { start: 0, end: 0 }, text));
    return { node: undefined, faults };
  }
  return { node: new Converter(text, start, faults).node(first.contents, []), faults };
}

/** What a node amounts to with all below it, aliases included. */
interface Weight {
  readonly nodes: number;
  readonly levels: number;
}

const SCALAR: Weight = { nodes: 1, levels: 0 };

/** Turns the library's nodes into ours: aliases resolved by a table of our own, duplicates noted on the way. */
class Converter {
  readonly #text: string;
  readonly #start: number;
  readonly #faults: YamlFault[];
  readonly #anchors = new Map<string, Node>();
  readonly #weights = new Map<Node, Weight>();
  #expanded = 0;

  constructor(text: string, start: number, faults: YamlFault[]) {
    this.#text = text;
    this.#start = start;
    this.#faults = faults;
  }

  /** What is below a key that does not count has no path, and mistakes in it are none. */
  node(source: ParsedNode | null, path: Path | undefined, emptyAt = 0): Node {
    if (source === null) return this.#weigh(nothing(emptyAt));
    if (isAlias(source)) return this.#alias(source.source, this.#place(source.range));
    const node = isMap(source)
      ? this.#mapping(source, path)
      : isSeq(source)
        ? this.#sequence(source, path)
        : this.#scalar(source);
    if (source.anchor) this.#anchors.set(source.anchor, node);
    return node;
  }

  #mapping(source: YAMLMap.Parsed, path: Path | undefined): Mapping {
    const entries: Entry[] = [];
    const seen = new Map<string, Range>();
    const weight = { nodes: 1, levels: 1 };
    for (const { key: keySource, value: valueSource } of source.items) {
      const key = toKey(this.node(keySource, path));
      if (key === undefined) continue;
      const name = key.value;
      const first = seen.get(name);
      if (first === undefined) seen.set(name, key.at);
      else if (path)
        this.#faults.push({ kind: 'duplicate-key', at: key.at, first, path, key: name, entry: entries.length });
      const below = first === undefined && path ? [...path, name] : undefined;
      const value = this.node(valueSource ?? null, below, this.#behindColon(key.at.end));
      entries.push({ key, value });
      this.#add(weight, value, 1);
    }
    const last = entries.at(-1);
    const whole = this.#place(source.range);
    const at = source.flow || !last ? whole : { start: whole.start, end: last.value.at.end };
    return this.#weigh({ kind: 'mapping', entries, flow: source.flow === true, at }, weight);
  }

  #sequence(source: YAMLSeq.Parsed, path: Path | undefined): Sequence {
    const whole = this.#place(source.range);
    const items = source.items.map((item, i) => this.node(item, path && [...path, i], whole.start));
    const last = items.at(-1);
    const at = source.flow || !last ? whole : { start: whole.start, end: Math.max(last.at.end, whole.start) };
    const weight = { nodes: 1, levels: 1 };
    for (const item of items) this.#add(weight, item, 0);
    return this.#weigh({ kind: 'sequence', items, flow: source.flow === true, at }, weight);
  }

  #scalar(source: YamlScalar.Parsed): Scalar {
    const style = STYLES[String(source.type)] ?? 'plain';
    const value = toValue(source.value);
    const at = this.#place(source.range);
    const contentAt = at.start + (style === 'plain' ? 0 : 1);
    const isVerbatim = () => typeof value === 'string' && this.#text.startsWith(value, contentAt - this.#start);
    const verbatim = style !== 'block' && isVerbatim();
    return this.#weigh({ kind: 'scalar', value, style, at, ...(verbatim && { verbatimAt: contentAt }) });
  }

  #alias(name: string, at: Range): Node {
    const target = this.#anchors.get(name);
    if (target === undefined) return this.#refused('UNKNOWN_ALIAS', at);
    const weight = this.#weights.get(target) ?? SCALAR;
    if (weight.levels > MOST_LEVELS) return this.#refused('TOO_DEEP', at);
    const expanded = this.#expanded;
    this.#expanded += weight.nodes;
    if (this.#expanded <= ALIAS_LIMIT) return this.#weigh({ ...target, at, alias: true }, weight);
    return expanded <= ALIAS_LIMIT ? this.#refused('ALIAS_BOMB', at) : this.#weigh(nothing(at.start));
  }

  #refused(code: SyntaxCode, at: Range): Node {
    const within = { start: at.start - this.#start, end: at.end - this.#start };
    this.#faults.push(faultOnLine(code, within, this.#text));
    return this.#weigh(nothing(at.start));
  }

  #weigh<T extends Node>(node: T, weight: Weight = SCALAR): T {
    this.#weights.set(node, weight);
    return node;
  }

  #add(sum: { nodes: number; levels: number }, child: Node, forKey: number): void {
    const { nodes, levels } = this.#weights.get(child) ?? SCALAR;
    sum.nodes += forKey + nodes;
    sum.levels = Math.max(sum.levels, levels + 1);
  }

  /** Where the value of a key without one would begin: a key of a flow mapping may do without its colon. */
  #behindColon(offset: number): number {
    const from = offset - this.#start;
    const colon = /^\s*:/.exec(this.#text.slice(from, from + 200))?.[0].length ?? 0;
    return offset + colon;
  }

  #place([start, end]: YamlRange): Range {
    return { start: start + this.#start, end: end + this.#start };
  }
}

const STYLES: Readonly<Record<string, Scalar['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

function firstLine(text: string, at: Range): Range {
  const line = text.slice(at.start, at.end).split(/[\r\n]/, 1)[0] ?? '';
  return { start: at.start, end: at.start + line.trimEnd().length };
}

function separator(text: string, document: Document.Parsed): Range {
  const start = text.lastIndexOf('---', document.range[0]);
  return start < 0 ? { start: document.range[0], end: document.range[0] } : { start, end: start + 3 };
}

function nothing(offset: number): Scalar {
  return { kind: 'scalar', value: null, style: 'plain', at: { start: offset, end: offset } };
}

function toKey(node: Node): Key | undefined {
  return node.kind === 'scalar' ? { ...node, value: String(node.value) } : undefined;
}

function isEmptyScalar(node: ParsedNode): boolean {
  return isScalar(node) && node.value === null && node.source === '';
}

function toValue(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : String(value);
}
