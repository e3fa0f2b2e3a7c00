import type { NamedCmdlet, NamedParameter } from '../../catalog/cmdlets.ts';
import { toCommand } from '../../cmdlets/read.ts';
import { type Argument, type ResolvedCommand, resolver } from '../../cmdlets/resolved.ts';
import { DEEPEST, tokens } from '../../cmdlets/statements.ts';
import type { Token, Word } from '../../cmdlets/tokens.ts';
import type { Range } from '../../text/range.ts';

/** What is being typed in a command. */
export interface Typing {
  /** `argument`: a value without a name, or a parameter of which not even the dash is there. */
  readonly slot: 'cmdlet' | 'parameter' | 'value' | 'argument';
  /** The cmdlet of the command; undefined while it is being typed itself. */
  readonly known: NamedCmdlet | undefined;
  /** The word at the cursor. */
  readonly at: Range;
  /** The part of it before the cursor. */
  readonly typed: string;
  /** The parameter that the word is a value of, by name or by place. */
  readonly parameter: NamedParameter | undefined;
  /** Full names of the parameters that the command has, but for the one at the cursor. */
  readonly names: readonly string[];
}

/** What is being typed at a place of PowerShell text, which is looked at within a range; undefined where it is nothing of ours. */
export function typingAt(text: string, within: Range, cursor: number): Typing | undefined {
  // A blank behind the cursor tells a bracket or quote that is open from one that closes there.
  const before = `${text.slice(0, cursor)} `;
  const found = statement(before, within.start);
  if (found === undefined) return undefined;
  const { written, current } = found;
  const end = wordEnd(text, { current, before, cursor, to: within.end });
  const typed = (from: number) => ({ at: { start: from, end }, typed: text.slice(from, cursor) });
  if (written.length === 0) {
    const isName = current === undefined || isBare(current);
    const word = typed(current?.at.start ?? cursor);
    return isName ? { slot: 'cmdlet', known: undefined, ...word, parameter: undefined, names: [] } : undefined;
  }
  const word = wordAt(cursor, current);
  const command = resolved(text, [...written, word, ...ownAmong(tokens(text, end, within.end))]);
  const own = command?.parameters.find(({ at, valueAt = at }) => at.start === word.at.start || holds(valueAt, word.at));
  if (command?.known === undefined || own === undefined) return undefined;
  const isName = own.role === 'named' && own.at.start === word.at.start;
  return {
    slot: isName ? 'parameter' : own.role === 'named' ? 'value' : 'argument',
    known: command.known,
    ...typed(word.at.start),
    parameter: own.parameter,
    names: command.parameters.flatMap((one) =>
      one !== own && one.parameter && isSettled(one, cursor) ? one.parameter.name : [],
    ),
  };
}

/**
 * What the command is read with in place of the word at the cursor: the blank behind the cursor where there is none, and
 * for a half-typed name one that means nothing yet.
 */
function wordAt(cursor: number, current: Token | undefined): Token {
  if (current === undefined) return { kind: 'word', form: 'bare', text: '', at: { start: cursor, end: cursor + 1 } };
  const isName = current.kind === 'name' || (isBare(current) && DASH.test(current.text));
  return isName ? { kind: 'name', text: '?', colon: false, at: current.at } : current;
}

function resolved(text: string, all: readonly Token[]): ResolvedCommand | undefined {
  const start = all[0]?.at.start ?? 0;
  const command = { start, called: false, tokens: all, piped: false, nested: false, pipeline: [] };
  const read = toCommand(text, command);
  return read && resolver()(read);
}

/** Those tokens that belong to the command that they begin in. */
function ownAmong(following: readonly Token[]): readonly Token[] {
  const end = following.findIndex(({ kind }) => kind === 'pipe' || kind === 'end');
  return end < 0 ? following : following.slice(0, end);
}

/** A value without a name that stands behind the cursor still moves to another parameter by what is typed. */
function isSettled({ role, at }: Argument, cursor: number): boolean {
  return role === 'named' || at.start < cursor;
}

function holds(range: Range, { start }: Range): boolean {
  return range.start <= start && start < range.end;
}

/** The tokens of the command at the end of a text, innermost where brackets are open, and the one that touches its end. */
interface Statement {
  readonly written: readonly Token[];
  readonly current: Token | undefined;
}

const DASH = /^[-\u2013\u2014\u2015]$/;
const BRACKET = /^(?:[$@]?\(|\{)/;

/** `text` ends with a blank that is not part of it. */
function statement(text: string, from: number, depth = 0): Statement | undefined {
  if (depth > DEEPEST) return undefined;
  const all = tokens(text, from);
  const last = all.at(-1);
  const end = text.length - 1;
  const isOpen = last !== undefined && last.at.end > end;
  if (text.slice(isOpen ? end : (last?.at.end ?? from), end).includes('#')) return undefined;
  if (isOpen && last.kind === 'word') {
    const bracket = BRACKET.exec(text.slice(last.at.start, end))?.[0];
    if (bracket !== undefined) return statement(text, last.at.start + bracket.length, depth + 1);
    if (last.form !== 'single' && last.form !== 'double' && last.form !== 'computed') return undefined;
  }
  const begin = all.findLastIndex(({ kind }) => kind === 'pipe' || kind === 'end') + 1;
  const own = all.slice(begin);
  const touched = own.at(-1);
  const current = touched !== undefined && touched.at.end >= end && !isBeforeValue(touched) ? touched : undefined;
  return { written: withoutLead(current === undefined ? own : own.slice(0, -1)), current };
}

/** What a value may follow without a blank. */
function isBeforeValue(token: Token): boolean {
  return token.kind === 'comma' || (token.kind === 'name' && token.colon);
}

/** What is run, without what is to be done with its outcome: `$all = `, `return `. */
function withoutLead(written: readonly Token[]): readonly Token[] {
  const [first, second, ...rest] = written;
  if (first?.kind !== 'word') return written;
  if (first.text.startsWith('$') && second?.kind === 'word' && /^[-+*/%]?=$/.test(second.text)) return rest;
  return isBare(first) && /^(?:return|throw|exit|\.)$/i.test(first.text) ? written.slice(1) : written;
}

function isBare(token: Token): token is Word {
  return token.kind === 'word' && token.form === 'bare';
}

interface Behind {
  readonly current: Token | undefined;
  readonly before: string;
  readonly cursor: number;
  readonly to: number;
}

/** Where the word at the cursor ends: behind its closing quote, if it has one, else before what no word holds. */
function wordEnd(text: string, { current, before, cursor, to }: Behind): number {
  const behind = text.slice(cursor, to).split(/[\r\n]/, 1)[0] ?? '';
  const quote = current?.kind === 'word' ? /^['"]/.exec(before.slice(current.at.start))?.[0] : undefined;
  const isOpen = current !== undefined && current.at.end === before.length;
  if (quote !== undefined) {
    const close = isOpen ? behind.indexOf(quote) : -1;
    const rest = behind.slice(0, close);
    return close >= 0 && !/\s-|[|;]/.test(rest) ? cursor + close + 1 : cursor;
  }
  const rest = /^[^\s,;|(){}'"\]]*/.exec(behind)?.[0] ?? '';
  return cursor + rest.length;
}
