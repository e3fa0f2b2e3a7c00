import type { Mapping, Node, Scalar } from '../../yaml/tree.ts';

/** A piece of a YAML document between blanks; all of them together are the document. */
export interface Token {
  readonly kind: 'dash' | 'colon' | 'comma' | 'open' | 'close' | 'properties' | 'key' | 'value' | 'comment' | 'marker';
  readonly start: number;
  readonly end: number;
  /** How a key or a value is written; an alias is no text of its own. */
  readonly style?: Scalar['style'] | 'alias';
}

/** The pieces of a document without mistakes, in order; undefined where something in it is not understood. */
export function tokensOf(text: string, root: Mapping): readonly Token[] | undefined {
  // A line break of its own kind would be a line to YAML, and none to an editor.
  if (/\r(?!\n)/.test(text)) return undefined;
  const tokens: Token[] = [];
  let done = 0;
  for (const { kind, node } of words(root)) {
    if (!readGap(text, { start: done, end: node.at.start }, tokens)) return undefined;
    const style = node.alias ? 'alias' : node.kind === 'scalar' ? node.style : 'plain';
    tokens.push({ kind, start: node.at.start, end: node.at.end, style });
    done = node.at.end;
  }
  return readGap(text, { start: done, end: text.length }, tokens) ? tokens : undefined;
}

/** A key or a value: where nothing is written, there is none. */
interface Word {
  readonly kind: 'key' | 'value';
  readonly node: Node;
}

function* words(node: Node): Iterable<Word> {
  if (node.kind === 'scalar' || node.alias) {
    if (node.at.start < node.at.end) yield { kind: 'value', node };
  } else if (node.kind === 'sequence') {
    for (const item of node.items) yield* words(item);
  } else {
    for (const { key, value } of node.entries) {
      if (key.at.start < key.at.end) yield { kind: 'key', node: key };
      yield* words(value);
    }
  }
}

/** Reads what stands between two words. */
function readGap(text: string, { start, end }: { start: number; end: number }, tokens: Token[]): boolean {
  for (let at = start; at < end; ) {
    const character = text.charAt(at);
    if (BLANK.has(character)) {
      at++;
      continue;
    }
    const token = markerAt(text, at) ?? punctuationAt(text, at, character);
    // An entry without a key stands nowhere.
    if (token === undefined || (token.kind === 'colon' && tokens.at(-1)?.kind !== 'key')) return false;
    tokens.push(token);
    at = token.end;
  }
  return true;
}

const BLANK: ReadonlySet<string> = new Set([' ', '\t', '\r', '\n', '\ufeff']);

const PUNCTUATION: Readonly<Record<string, Token['kind']>> = {
  '-': 'dash',
  ':': 'colon',
  ',': 'comma',
  '[': 'open',
  '{': 'open',
  ']': 'close',
  '}': 'close',
};

/** The line of a directive, or the mark where a document begins or ends. */
function markerAt(text: string, start: number): Token | undefined {
  if (start > 0 && !/[\n\ufeff]/.test(text.charAt(start - 1))) return undefined;
  if (text[start] === '%') return { kind: 'marker', start, end: contentEnd(text, start) };
  const isMarker = text.startsWith('---', start) || text.startsWith('...', start);
  return isMarker ? { kind: 'marker', start, end: start + 3 } : undefined;
}

function punctuationAt(text: string, start: number, character: string): Token | undefined {
  if (character === '#') return { kind: 'comment', start, end: contentEnd(text, start) };
  if (character === '&' || character === '!') {
    PROPERTY.lastIndex = start;
    return { kind: 'properties', start, end: start + (PROPERTY.exec(text)?.[0].length ?? 1) };
  }
  const kind = PUNCTUATION[character];
  return kind && { kind, start, end: start + 1 };
}

const PROPERTY = /!<[^>\s]*>|[&!][^\s,[\]{}]*/y;

/** Where the line of an offset ends, without the blanks behind it. */
function contentEnd(text: string, offset: number): number {
  const lineEnd = text.indexOf('\n', offset);
  let end = lineEnd < 0 ? text.length : lineEnd;
  while (end > offset && BLANK.has(text.charAt(end - 1))) end--;
  return end;
}
