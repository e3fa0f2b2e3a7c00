import type { Range } from '../../text/range.ts';
import type { Path } from '../../yaml/tree.ts';

/** What is being typed between brackets; `path` counts from the outermost bracket. */
export interface FlowSpot {
  readonly slot: 'key' | 'value' | 'item';
  readonly path: Path;
  readonly at: Range;
  readonly typed: string;
  readonly present: ReadonlySet<string>;
  readonly gap: '' | ' ';
  readonly hasColon: boolean;
}

/** The spot at an offset in the flow collection that begins at `within.start`; undefined behind its end. */
export function flowSpot(text: string, within: Range, offset: number): FlowSpot | undefined {
  const all = [...tokens(text, within)];
  const reached = all.findIndex((token) => (token.isWord ? token.at.end >= offset : token.at.end > offset));
  const before = reached < 0 ? all : all.slice(0, reached);
  const frame = before.reduce<Frame | undefined>(enter, undefined);
  if (frame === undefined) return undefined;
  const next = all[before.length];
  const word = next?.isWord && next.at.start <= offset ? next : undefined;
  const after = all.slice(before.length + (word ? 1 : 0));
  const at = word?.at ?? { start: offset, end: offset };
  const isValue = frame.bracket === '{' && frame.key !== undefined;
  return {
    slot: frame.bracket === '[' ? 'item' : isValue ? 'value' : 'key',
    path: placeIn(frame),
    at,
    typed: text.slice(at.start, offset),
    present: new Set([...frame.keys, ...keysIn(after)]),
    gap: isValue && before.at(-1)?.text === ':' && before.at(-1)?.at.end === at.start ? ' ' : '',
    hasColon: isValue || after[0]?.text === ':',
  };
}

interface Token {
  readonly text: string;
  readonly at: Range;
  readonly isWord: boolean;
}

/** A bracket that is open, as far as it was read. */
interface Frame {
  readonly bracket: '{' | '[';
  readonly outer: Frame | undefined;
  /** All that were read so far. */
  readonly keys: string[];
  /** The key whose value is being read. */
  readonly key: string | undefined;
  readonly word: string | undefined;
  readonly index: number;
}

function enter(frame: Frame | undefined, { text, isWord }: Token): Frame | undefined {
  if (isWord) return frame && { ...frame, word: unquoted(text) };
  if (text === '{' || text === '[') {
    return {
      bracket: text,
      outer: frame,
      keys: [],
      key: undefined,
      word: undefined,
      index: 0,
    };
  }
  if (frame === undefined) return undefined;
  if (text === '}' || text === ']') return frame.outer;
  if (text === ',') return { ...frame, key: undefined, word: undefined, index: frame.index + 1 };
  if (frame.word === undefined) return frame;
  frame.keys.push(frame.word);
  return { ...frame, key: frame.word, word: undefined };
}

/** The path of what stands next in a bracket. */
function placeIn(innermost: Frame): Path {
  const steps: (string | number)[] = [];
  for (let frame: Frame | undefined = innermost; frame !== undefined; frame = frame.outer) {
    const step = frame.bracket === '[' ? frame.index : frame.key;
    if (step !== undefined) steps.push(step);
  }
  return steps.reverse();
}

/** The keys that follow in the same bracket. */
function keysIn(tokens: readonly Token[]): readonly string[] {
  const keys: string[] = [];
  let depth = 0;
  for (const [i, { text, isWord }] of tokens.entries()) {
    if (isWord) continue;
    if (text === '{' || text === '[') depth++;
    else if ((text === '}' || text === ']') && --depth < 0) break;
    const key = tokens[i - 1];
    if (text === ':' && depth === 0 && key?.isWord) keys.push(unquoted(key.text));
  }
  return keys;
}

const TOKEN =
  /\s+|(?<=\s)#.*|(?<word>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\n]|'')*'?)|(?<mark>[{}[\],]|:(?=[\s,{}[\]]|$))|(?<bare>(?:[^\s,{}[\]:]|:(?=[^\s,{}[\]])|[ \t]+(?=[^\s#,{}[\]:]))+)|./g;

function* tokens(text: string, { start, end }: Range): Iterable<Token> {
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const { word, mark, bare } = match.groups ?? {};
    const found = word ?? mark ?? bare;
    if (found === undefined) continue;
    const from = start + match.index;
    yield { text: found, at: { start: from, end: from + found.length }, isWord: mark === undefined };
  }
}

function unquoted(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}
