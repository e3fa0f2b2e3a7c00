import type { Range } from '../text/range.ts';
import { DEEPEST } from './nesting.ts';
import { plainCharacters } from './plain-characters.ts';
import { type Token, tokens, type WordForm } from './tokens.ts';

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

/** The `*-Cs*` commands of a text, in order, also those inside of brackets that are not too deep. Other text is passed over. */
export function readCommands(text: string, from = 0, to = text.length, depth = 0): readonly CommandLine[] {
  const commands: CommandLine[] = [];
  let current: Token[] = [];
  let piped = false;
  const end = () => {
    const command = toCommand(text, current, { piped, nested: depth > 0 });
    if (command) commands.push(command);
    for (const token of current) {
      if (token.kind !== 'word' || !NESTING.has(token.form) || depth === DEEPEST) continue;
      const start = token.at.start + bracketLength(text, token.at.start);
      commands.push(...readCommands(text, start, innerEnd(text, token.at.end), depth + 1));
    }
    current = [];
  };
  for (const token of tokens(text, from, to)) {
    if (token.kind === 'pipe' || token.kind === 'end') {
      end();
      piped = token.kind === 'pipe';
    } else current.push(token);
  }
  end();
  return commands;
}

/** The commands of a text as those of a script, without the grammar; which commands of others stand in a pipeline is not known. */
export function readQuickly(text: string): readonly (CommandLine & { readonly pipeline: readonly string[] })[] {
  return readCommands(text).map((command) => ({ ...command, pipeline: [command.cmdlet] }));
}

/** Whether a value means true to the shell: `$true`, or a number other than zero. */
export function isTrue(value: Parameter['value']): boolean {
  return typeof value === 'string' && (value.toLowerCase() === '$true' || (/^\d+$/.test(value) && Number(value) !== 0));
}

const NOUN = /^[A-Za-z]+[-\u2013-\u2015]Cs[A-Za-z]+$/i;

/** Words that may hold commands of their own. */
const NESTING: ReadonlySet<WordForm> = new Set(['group', 'computed']);

/** Words with a value of their own; the others are known only when the shell runs. */
const LITERAL: ReadonlySet<WordForm> = new Set(['bare', 'single', 'double', 'variable']);

/** The command that some tokens spell, if it is one of ours. */
function toCommand(
  text: string,
  [head, ...rest]: readonly Token[],
  where: Pick<CommandLine, 'piped' | 'nested'>,
): CommandLine | undefined {
  if (head?.kind !== 'word' || head.form !== 'bare' || !NOUN.test(head.text)) return undefined;
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
  const whole = { start: head.at.start, end: rest.at(-1)?.at.end ?? head.at.end };
  return { cmdlet: plainCharacters(head.text), at: head.at, whole, parameters, ...where };
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

type Word = Extract<Token, { kind: 'word' }>;

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

/** `(`, `{`, `@(` or `$(`. */
function bracketLength(text: string, start: number): number {
  return /^[@$]/.test(text[start] ?? '') ? 2 : 1;
}

/** The end of what stands in brackets; one that is never closed reaches to the end of the text. */
function innerEnd(text: string, end: number): number {
  return /[)}\]"\u201c-\u201f]/.test(text[end - 1] ?? '') ? end - 1 : end;
}
