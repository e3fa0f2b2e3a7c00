import { cmdlet, type NamedCmdlet, type NamedParameter, parameter } from '../../catalog/cmdlets.ts';
import { resolveParameter } from '../../catalog/parameter-names.ts';
import { positionalParameters } from '../../catalog/parameter-sets.ts';
import { valueRule } from '../../catalog/value-rules.ts';
import { DEEPEST, tokens } from '../../cmdlets/statements.ts';
import type { Token } from '../../cmdlets/tokens.ts';
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
  const before = `${text.slice(within.start, cursor)} `;
  const found = statement(before);
  if (found === undefined) return undefined;
  const end = wordEnd(text, { current: found.current, before, cursor, to: within.end });
  const place = { cursor, start: within.start, end };
  const [head, ...rest] = found.written;
  if (head === undefined) {
    const isName = found.current === undefined || isBare(found.current);
    return isName ? typing('cmdlet', undefined, { ...place, current: found.current, text }) : undefined;
  }
  const known = isBare(head) ? cmdlet(head.text) : undefined;
  if (known === undefined) return undefined;
  const read = readArguments(known, rest);
  const named = [...read.names, ...namesIn(known, tokens(text, end, within.end))];
  const positions = positionalParameters(known, named);
  const names = [...named, ...positions.slice(0, read.unnamed)];
  const { current } = found;
  if (current?.kind === 'name' && !current.colon)
    return { ...typing('parameter', known, { ...place, current, text }), names };
  if (current !== undefined && isBare(current) && DASH.test(current.text)) {
    return { ...typing('parameter', known, { ...place, current, text }), names };
  }
  const wanting = current?.kind === 'name' ? meant(known, current.text) : read.wanting;
  const word = current?.kind === 'name' ? undefined : current;
  if (wanting !== undefined)
    return { ...typing('value', known, { ...place, current: word, text }), parameter: wanting.parameter, names };
  const position = positions[read.unnamed];
  const to = position === undefined ? undefined : parameter(known, position);
  return { ...typing('argument', known, { ...place, current: word, text }), parameter: to, names };
}

interface Place {
  readonly text: string;
  readonly cursor: number;
  /** Where the tokens count from. */
  readonly start: number;
  /** Where the word at the cursor ends. */
  readonly end: number;
  readonly current: Token | undefined;
}

function typing(slot: Typing['slot'], known: NamedCmdlet | undefined, place: Place): Typing {
  const { text, cursor, start, end, current } = place;
  const from = current === undefined ? cursor : start + current.at.start;
  return {
    slot,
    known,
    at: { start: from, end },
    typed: text.slice(from, cursor),
    parameter: undefined,
    names: [],
  };
}

type Word = Extract<Token, { kind: 'word' }>;

/** The tokens of the command at the end of a text, innermost where brackets are open, and the one that touches its end. */
interface Statement {
  readonly written: readonly Token[];
  readonly current: Token | undefined;
}

const DASH = /^[-\u2013\u2014\u2015]$/;
const BRACKET = /^(?:[$@]?\(|\{)/;

/** `text` ends with a blank that is not part of it. */
function statement(text: string, from = 0, depth = 0): Statement | undefined {
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
  const current = touched !== undefined && touched.kind !== 'comma' && touched.at.end >= end ? touched : undefined;
  return { written: withoutLead(current === undefined ? own : own.slice(0, -1)), current };
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

/** A parameter as far as it could be told. */
interface Wanting {
  readonly parameter: NamedParameter | undefined;
}

interface Arguments {
  readonly names: readonly string[];
  /** The parameter whose value comes next. */
  readonly wanting: Wanting | undefined;
  /** How many values without a name there are. */
  readonly unnamed: number;
}

function readArguments(known: NamedCmdlet, written: readonly Token[]): Arguments {
  const names: string[] = [];
  let wanting: Wanting | undefined;
  let last: Wanting | undefined;
  let unnamed = 0;
  let isListed = false;
  for (const token of written) {
    if (token.kind === 'comma') {
      isListed = true;
      continue;
    }
    if (token.kind === 'name') {
      const given = meant(known, token.text);
      if (given.parameter) names.push(given.parameter.name);
      const isSwitch = given.parameter !== undefined && valueRule(given.parameter).kind === 'switch';
      wanting = isSwitch && !token.colon ? undefined : given;
    } else if (!isListed) {
      if (wanting === undefined) unnamed++;
      last = wanting;
      wanting = undefined;
    }
    isListed = false;
  }
  return { names, unnamed, wanting: isListed ? last : wanting };
}

/** The names of the parameters that follow in the same command. */
function namesIn(known: NamedCmdlet, following: readonly Token[]): readonly string[] {
  const end = following.findIndex(({ kind }) => kind === 'pipe' || kind === 'end');
  const own = end < 0 ? following : following.slice(0, end);
  return own.flatMap((token) => (token.kind === 'name' ? (meant(known, token.text).parameter?.name ?? []) : []));
}

function meant(known: NamedCmdlet, written: string): Wanting {
  const resolution = resolveParameter(known, written);
  return { parameter: 'parameter' in resolution ? resolution.parameter : undefined };
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
