import type { LineTable } from '../../text/lines.ts';
import type { Block } from './blocks.ts';
import type { Token } from './tokens.ts';

/** How many blanks stand on the inner side of brackets. */
export interface Padding {
  readonly braces: number;
  readonly brackets: number;
}

/** What most of the brackets in a document have: blanks inside or none. */
export function paddingOf(tokens: readonly Token[], lines: LineTable): Padding {
  const votes = { '{': 0, '[': 0 };
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    if (token.kind !== 'open' || next === undefined || next.kind === 'close' || next.kind === 'comment') continue;
    const gap = lines.text.slice(token.end, next.start);
    if (gap.includes('\n')) continue;
    votes[lines.text[token.start] === '{' ? '{' : '['] += gap === '' ? -1 : 1;
  }
  return { braces: votes['{'] >= 0 ? 1 : 0, brackets: votes['['] > 0 ? 1 : 0 };
}

interface Pair {
  readonly before: Token;
  readonly after: Token;
  readonly text: string;
  readonly padding: Padding;
  /** The blocks that the two begin or stand in. */
  readonly list: Block | undefined;
  readonly item: Block | undefined;
}

/** How many blanks belong between two tokens of a line; undefined where they stay as they are. */
export function gapBetween({ before, after, text, padding, list, item }: Pair): number | undefined {
  const [first, second] = [before.kind, after.kind];
  if (first === 'marker' || first === 'properties' || second === 'comment') return undefined;
  if (first === 'dash') return item && list ? item.wanted - list.wanted - 1 : 1;
  // Without the blank, the colon would be part of the alias.
  if (second === 'colon') return first === 'key' && before.style !== 'alias' ? 0 : undefined;
  if (first === 'colon') return second === 'comma' || second === 'close' ? undefined : 1;
  if (second === 'comma') return 0;
  if (first === 'open' && second === 'close') return 0;
  if (second === 'close') return text[after.start] === '}' ? padding.braces : padding.brackets;
  if (first === 'open') return text[before.start] === '{' ? padding.braces : padding.brackets;
  return first === 'comma' ? 1 : undefined;
}
