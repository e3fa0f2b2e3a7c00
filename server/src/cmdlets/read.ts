import type { Range } from '../text/range.ts';
import { plainCharacters } from './characters.ts';
import { statementsAs, tokens, type WrittenCommand } from './statements.ts';
import type { Token, Word, WordForm } from './tokens.ts';

/** A command as written, with places counted from the start of the text. */
export interface CommandLine {
  readonly cmdlet: string;
  /** The name of the cmdlet. */
  readonly at: Range;
  readonly parameters: readonly Parameter[];
  /** The whole command. */
  readonly whole: Range;
  /** Takes its input from the command before it in a pipeline. */
  readonly piped: boolean;
  /** Runs only sometimes, or more than once: it stands in a function, a branch or a loop. */
  readonly nested: boolean;
  /** The names of all commands of its pipeline, its own included. */
  readonly pipeline: readonly string[];
}

/** A parameter as written; `value` is absent for a switch, and for what only the shell could compute. */
export interface Parameter {
  /** Without its dash; empty for an argument given by position. */
  readonly name: string;
  readonly at: Range;
  /** Its value follows as `-Name:value`: the only way to give a switch one. */
  readonly colon?: true;
  readonly value: string | readonly string[] | undefined;
  readonly valueAt: Range | undefined;
  /** How the value is written, or each item of a list; empty for a switch. */
  readonly forms: readonly WordForm[];
  /** What `@{Add=…;Remove=…}` does to a list. */
  readonly changes?: ListChanges;
}

/** A list modifier: what it adds, removes, or puts in place of all there is. `undefined` for what is computed. */
export type ListChanges = Readonly<Record<string, readonly string[] | undefined>>;

/** The `*-Cs*` commands of a text, in order, also those inside of brackets. Other text is passed over. */
export function readCommands(text: string): readonly CommandLine[] {
  return statementsAs(text, (command) => toCommand(text, command)).commands;
}

/** Whether a value means true to the shell: `$true`, or a number other than zero. */
export function isTrue(value: Parameter['value']): boolean {
  return typeof value === 'string' && (value.toLowerCase() === '$true' || (/^\d+$/.test(value) && Number(value) !== 0));
}

/** The name of a cmdlet, behind that of its module. */
const NAME = /^(?:[A-Za-z][\w.]*\\)?([A-Za-z]+[-\u2013-\u2015]Cs[A-Za-z]+)$/i;

/** Words with a value of their own; the others are known only when the shell runs. */
const LITERAL: ReadonlySet<WordForm> = new Set(['bare', 'single', 'double', 'variable']);

/** A command whose cmdlet may be one of ours. */
export function toCommand(
  text: string,
  { tokens: all, start, called, ...where }: WrittenCommand,
): CommandLine | undefined {
  const [head, ...behind] = all;
  const at = head && nameAt(text, head, called);
  if (at === undefined) return undefined;
  const rest = withoutDashes(behind);
  const parameters: Parameter[] = [];
  for (let i = 0; i < rest.length; ) {
    const token = rest[i];
    if (token === undefined) break;
    const isName = token.kind === 'name';
    const from = isName ? i + 1 : i;
    const to = valueEnd(rest, from);
    const words = rest.slice(from, to).flatMap((part) => (part.kind === 'word' ? [part] : []));
    parameters.push(toParameter(text, token, words));
    i = Math.max(to, i + 1);
  }
  const whole = { start, end: all.at(-1)?.at.end ?? at.end };
  return { cmdlet: plainCharacters(text.slice(at.start, at.end)), at, whole, parameters: parameters.slice(), ...where };
}

/** Where the name of one of our cmdlets stands. Only a command that is called may have it in quotes. */
function nameAt(text: string, head: Token, called: boolean): Range | undefined {
  if (head.kind !== 'word') return undefined;
  const isQuoted = head.form === 'single' || head.form === 'double';
  const at = isQuoted && called ? { start: head.at.start + 1, end: head.at.end - 1 } : head.at;
  if (head.form !== 'bare' && at === head.at) return undefined;
  const name = NAME.exec(text.slice(at.start, at.end))?.[1];
  return name === undefined ? undefined : { start: at.end - name.length, end: at.end };
}

/** What an argument can be made of: without redirections; behind `--` also a name is a value. */
function withoutDashes(found: readonly Token[]): readonly Token[] {
  const own = found.filter(({ kind }) => kind !== 'redirection');
  const dashes = own.findIndex((token) => token.kind === 'word' && token.form === 'bare' && token.text === '--');
  if (dashes < 0) return own;
  const values = own
    .slice(dashes + 1)
    .map(
      (token): Token =>
        token.kind === 'name' ? { ...token, kind: 'word', form: 'bare', text: `-${token.text}` } : token,
    );
  return [...own.slice(0, dashes), ...values];
}

/** The end of a value: one word, or several with commas between them. */
function valueEnd(found: readonly Token[], from: number): number {
  let at = from;
  while (found[at]?.kind === 'word') {
    at++;
    if (found[at]?.kind !== 'comma') break;
    at++;
  }
  return at;
}

function toParameter(text: string, token: Token, words: readonly Word[]): Parameter {
  const [first, last] = [words[0], words.at(-1)];
  const isLiteral = words.every(({ form }) => LITERAL.has(form));
  const texts = words.map((word) => word.text);
  const changes = words.length === 1 && first?.form === 'table' ? readChanges(text, first) : undefined;
  return {
    name: token.kind === 'name' ? token.text : '',
    at: token.at,
    ...(token.kind === 'name' && token.colon ? { colon: true as const } : {}),
    value: first === undefined || !isLiteral ? undefined : texts.length === 1 ? texts[0] : texts,
    valueAt: first && last && { start: first.at.start, end: last.at.end },
    forms: words.map(({ form }) => form),
    ...(changes && { changes }),
  };
}

const CHANGE = /(Add|Remove|Replace)\s*=/iy;

/** The parts of `@{Add="a","b";Remove="c"}`; nothing for another table. */
function readChanges(text: string, { at }: Word): ListChanges | undefined {
  const changes: Record<string, readonly string[] | undefined> = {};
  const end = at.end - 1;
  for (let next = at.start + 2; next < end; ) {
    CHANGE.lastIndex = next;
    const change = CHANGE.exec(text);
    if (!change) {
      if (!/[\s;]/.test(text[next] ?? '')) return undefined;
      next++;
      continue;
    }
    const all = tokens(text, CHANGE.lastIndex, end);
    const value = all.slice(0, valueEnd(all, 0)).flatMap((token) => (token.kind === 'word' ? [token] : []));
    const isLiteral = value.length > 0 && value.every(({ form }) => LITERAL.has(form));
    changes[(change[1] ?? '').toLowerCase()] = isLiteral ? value.map((word) => word.text) : undefined;
    next = value.at(-1)?.at.end ?? end;
  }
  return Object.keys(changes).length > 0 ? changes : undefined;
}
