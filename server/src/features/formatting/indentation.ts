import type { LineTable } from '../../text/lines.ts';
import { type Block, type Blocks, columnAt } from './blocks.ts';
import { commentColumn } from './comments.ts';
import type { Token } from './tokens.ts';

/** Where a line begins, and where it is to begin. */
export interface Standing {
  readonly column: number;
  readonly wanted: number;
}

/** How the further lines of a text move with its first one. */
export interface Move {
  readonly by: number;
  /** Further left they would not belong to it any more. */
  readonly least: number;
}

/** Where lines are to begin. */
export interface Indentation {
  /** By the index of the first token of a line. */
  readonly starts: ReadonlyMap<number, Standing>;
  /** By the index of a text of several lines. */
  readonly moves: ReadonlyMap<number, Move>;
}

/** Where all lines are to begin, by the blocks and brackets they stand in. */
export function indentationOf(tokens: readonly Token[], lines: LineTable, blocks: Blocks): Indentation {
  const starts = new Map<number, Standing>();
  const moves = new Map<number, Move>();
  const brackets: Bracket[] = [];
  let lastLine = -1;
  let before = -1;
  /** Where the line begins, if not with a key or a dash. */
  let own: Standing | undefined;
  for (const [i, token] of tokens.entries()) {
    const line = lines.lineAt(token.start);
    const block = blocks.around[i];
    if (line !== lastLine) {
      const bracket = brackets.at(-1);
      const standing = bracket
        ? inBrackets(token, {
            column: columnAt(lines, token.start),
            bracket,
            block,
            isOutermost: brackets.length === 1,
          })
        : token.kind === 'comment'
          ? besideBlocks(i, { tokens, lines, blocks, before })
          : standingOf(i, { tokens, lines, blocks });
      starts.set(i, standing);
      own = bracket || !blocks.heads.has(i) ? standing : undefined;
    }
    lastLine = lines.lineAt(Math.max(token.start, token.end - 1));
    if (token.kind === 'comment') continue;
    before = i;
    const base = own ?? baseOf(block, columnAt(lines, token.start));
    const by = own ? own.wanted - own.column : block ? block.wanted - block.column : 0;
    if (token.kind === 'open') {
      const next = tokens[i + 1];
      const endsLine = next === undefined || next.kind === 'comment' || lines.lineAt(next.start) !== line;
      brackets.push({ base, by, inner: endsLine && block?.isFree ? base.wanted + blocks.indent : undefined });
    } else if (token.kind === 'close') brackets.pop();
    else if (lastLine !== line) moves.set(i, { by, least: block?.isFree ? block.wanted + 1 : 0 });
  }
  return { starts, moves };
}

/** A bracket that is open. */
interface Bracket {
  readonly base: Standing;
  /** What is in it is indented by a step where the bracket ends its line, else moves with it. */
  readonly inner: number | undefined;
  readonly by: number;
}

/** Where what begins behind a key or a dash counts from. */
function baseOf(block: Block | undefined, column: number): Standing {
  if (block?.isList) return { column, wanted: block.wanted + 2 };
  return block ?? { column, wanted: column };
}

interface InBrackets {
  readonly column: number;
  readonly bracket: Bracket;
  readonly block: Block | undefined;
  readonly isOutermost: boolean;
}

function inBrackets({ kind }: Token, { column, bracket, block, isOutermost }: InBrackets): Standing {
  if (!block?.isFree) return { column, wanted: column };
  const { base, inner, by } = bracket;
  const closes = kind === 'close';
  const wanted = inner === undefined ? column + by : closes && column <= base.column ? base.wanted : inner;
  // Only the last bracket may stand as far left as the key.
  const least = closes && isOutermost && column <= block.column ? block.wanted : block.wanted + 1;
  return { column, wanted: Math.max(wanted, least) };
}

interface Around {
  readonly tokens: readonly Token[];
  readonly lines: LineTable;
  readonly blocks: Blocks;
}

/** Where a line of a block is to begin: at the column of the block, or a step further where a value has its own line. */
function standingOf(index: number, { tokens, lines, blocks }: Around): Standing {
  const token = tokens[index];
  const column = token === undefined ? -1 : columnAt(lines, token.start);
  const head = blocks.heads.get(index);
  if (head) return head;
  const block = blocks.around[index];
  if (token?.kind === 'marker' || !block?.isFree) return { column, wanted: column };
  return { column, wanted: block.wanted + (block.isList ? 2 : blocks.indent) };
}

/** Where a comment on a line of its own is to begin. */
function besideBlocks(index: number, around: Around & { readonly before: number }): Standing {
  const { tokens, lines, blocks, before } = around;
  const column = columnAt(lines, tokens[index]?.start ?? 0);
  let next = index + 1;
  while (tokens[next]?.kind === 'comment') next++;
  const above = blocks.around[before];
  const isOpen = tokens[before]?.kind === 'colon' || tokens[before]?.kind === 'dash';
  const wanted = commentColumn(column, {
    above,
    below: next < tokens.length ? standingOf(next, around) : undefined,
    // None around a value on a line of its own: before it, a comment as far left as the key misleads the parser.
    around: blocks.heads.get(next)?.outer,
    inside: above && isOpen ? above.wanted + (above.isList ? 2 : blocks.indent) : undefined,
  });
  return { column, wanted };
}
