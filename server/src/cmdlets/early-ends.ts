import type { Range } from '../text/range.ts';
import { statementsAs, tokens, type WrittenCommand } from './statements.ts';

/** A place where a line ends before its command does. */
export type EarlyEnd = {
  /** What ends it: the back-tick with what stands behind it, or the block that no command gets. */
  readonly at: Range;
  /** What has to go, so that the line goes on. */
  readonly gap: Range;
} & ({ readonly kind: 'blank' | 'comment' } | { readonly kind: 'block'; readonly cmdlet: string });

/** The commands that end before they are meant to, where they or what is in their blocks may be ours. */
export function earlyEnds(text: string): readonly EarlyEnd[] {
  if (!BACKTICK.test(text) && !BLOCK.test(text)) return [];
  return statementsAs(text, (command) => brokenLine(text, command) ?? lostBlock(text, command)).commands;
}

/** A text without any of these is not read. */
const BACKTICK = /`[ \t\u00a0]/;
const BLOCK = /[\r\n][ \t]*\{/;

const OURS = /^[A-Za-z]+[-\u2013-\u2015]Cs[A-Za-z]/i;
/** A back-tick protects the end of its line only where nothing stands between. */
const BEHIND = /[ \t\u00a0]*`([ \t\u00a0]+)(#[^\r\n]*)?(?=\r?\n[ \t]*(?:[-\u2013-\u2015][A-Za-z]|\|))/y;

function brokenLine(text: string, command: WrittenCommand): EarlyEnd | undefined {
  const last = command.tokens.at(-1);
  if (last === undefined || !command.pipeline.some((name) => OURS.test(name))) return undefined;
  // Without a blank before it, the back-tick and the blank behind it are the end of the last word.
  const isWithin = /`[ \t\u00a0]$/.test(text.slice(last.at.start, last.at.end));
  BEHIND.lastIndex = isWithin ? last.at.end - 2 : last.at.end;
  const found = BEHIND.exec(text);
  if (found === null) return undefined;
  const tick = found.index + found[0].indexOf('`');
  const end = found.index + found[0].length;
  return {
    kind: found[2] === undefined ? 'blank' : 'comment',
    at: { start: tick, end },
    gap: { start: tick + 1, end },
  };
}

const TAKING_BLOCKS = /^(?:where-object|where|\?|foreach-object|foreach|%)$/i;
const BLOCK_NAMES = /^(?:filterscript|scriptblock|process|begin|end)$/i;
const NEXT_LINE = /[ \t]*(?:\r?\n[ \t]*)+(?=\{)/y;

/** A block below the cmdlet that it is for, which the shell takes for a statement of its own. */
function lostBlock(text: string, { tokens: [head, ...given], pipeline, piped }: WrittenCommand): EarlyEnd | undefined {
  const last = given.at(-1);
  if (head?.kind !== 'word') return undefined;
  const isWaiting =
    last === undefined ? piped && TAKING_BLOCKS.test(head.text) : last.kind === 'name' && BLOCK_NAMES.test(last.text);
  if (!isWaiting) return undefined;
  NEXT_LINE.lastIndex = (last ?? head).at.end;
  const gap = NEXT_LINE.exec(text);
  if (gap === null) return undefined;
  const start = gap.index + gap[0].length;
  const block = tokens(text, start)[0]?.at;
  if (block === undefined) return undefined;
  const isOurs =
    pipeline.some((name) => OURS.test(name)) ||
    /[A-Za-z][-\u2013-\u2015]Cs[A-Za-z]/i.test(text.slice(block.start, block.end));
  return isOurs
    ? { kind: 'block', cmdlet: head.text, at: { start, end: start + 1 }, gap: { start: gap.index, end: start } }
    : undefined;
}
