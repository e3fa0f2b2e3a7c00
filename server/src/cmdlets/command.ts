import { keywords } from '../catalog/powershell.ts';
import { code, type Message, say } from '../text/message.ts';
import { Refusal } from '../text/refusal.ts';
import { plainLine } from '../text/visible.ts';

/** A value as the Management Shell takes it; a list is comma-separated. */
export type CommandValue = string | number | boolean | readonly string[];

/** A value that another cmdlet makes, where no text stands for it. */
export interface Made {
  readonly cmdlet: string;
}

/** What becomes of a list that is there, whatever else is on it. */
export interface ListChange {
  readonly change: 'Add' | 'Remove';
  readonly items: readonly string[];
}

/** What a parameter of a command is given; `null` empties what it names, and none at all is a switch. */
export type GivenValue = CommandValue | Made | ListChange | null | undefined;

/** One Management Shell command line. A parameter without a value is a switch; `null` empties what it names. */
export interface Command {
  readonly cmdlet: string;
  readonly parameters: Readonly<Record<string, GivenValue>>;
}

/**
 * The command as one line of Windows PowerShell. Every value goes through `quote`.
 * @throws Refusal for what `refusal` names: our own mistake, as that can be asked before.
 */
export function render(command: Command): string {
  const refused = refusal(command);
  if (refused !== undefined) throw refused;
  const parameters = Object.entries(command.parameters).map(([name, value]) =>
    value === undefined ? ` -${name}` : ` -${name} ${renderValue(value)}`,
  );
  return command.cmdlet + parameters.join('');
}

/** Why a command cannot be said safely, or nothing: a value with control characters, or a name that is none. */
export function refusal({ cmdlet, parameters }: Command): Refusal | undefined {
  const made = Object.values(parameters).flatMap((value) => (isMade(value) ? value.cmdlet : []));
  const name = [cmdlet, ...Object.keys(parameters), ...made].find((word) => word !== '' && !NAME.test(word));
  if (name !== undefined) return new Refusal(say`${code(plainLine(name))} is no name of a cmdlet or parameter.`);
  const values = Object.values(parameters).flatMap((value) =>
    isMade(value) ? [] : isChange(value) ? value.items : (value ?? []),
  );
  for (const value of values) {
    const refused = refusalOfValue(value);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function refusalOfValue(value: string | number | boolean): Refusal | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) return new Refusal(say`${code(value)} is no number.`);
  if (typeof value !== 'string') return undefined;
  const found = UNSAYABLE.find(({ pattern }) => pattern.test(value));
  return (
    found && new Refusal(say`${code(plainLine(value))} contains ${found.what}, which no command line can say safely.`)
  );
}

function isChange(value: GivenValue): value is ListChange {
  return typeof value === 'object' && value !== null && 'change' in value;
}

function isMade(value: GivenValue): value is Made {
  return typeof value === 'object' && value !== null && 'cmdlet' in value;
}

function renderValue(value: Exclude<GivenValue, undefined>): string {
  if (isMade(value)) return `(${value.cmdlet})`;
  // In a table a bare word is a command.
  if (isChange(value)) return `@{${value.change}=${value.items.map(inQuotes).join(',')}}`;
  if (value === null) return '$null';
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quote(value);
  return value.length === 0 ? '@()' : value.map(quote).join(',');
}

/**
 * A text as one PowerShell argument: bare where it is a plain word, else in single quotes, in which nothing is expanded.
 * PowerShell takes typographic quotes for quotes, so the single ones are doubled as well; the double ones mean nothing there.
 * @throws Refusal for a text that cannot be said safely.
 */
export function quote(text: string): string {
  const refused = refusalOfValue(text);
  if (refused !== undefined) throw refused;
  if (PLAIN.test(text) && !keywords.has(text.toLowerCase())) return text;
  return inQuotes(text);
}

/** A text in the quotes in which nothing is expanded. */
export function inQuotes(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

/** `New-CsPublicProvider` taken apart. */
export function verbAndNoun(cmdlet: string): { readonly verb: string; readonly noun: string } {
  const dash = cmdlet.indexOf('-');
  return { verb: cmdlet.slice(0, dash), noun: cmdlet.slice(dash + 1) };
}

const NAME = /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)?$/;

/** Begins with a letter, so that it is neither a number nor the name of a parameter. */
const PLAIN = /^[A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*$/;

/**
 * What quotes do not tame. A line break or a control character ends or edits the line where it is pasted into a console;
 * what turns the writing direction shows a reviewer another line than the one that runs.
 */
const UNSAYABLE: readonly { readonly pattern: RegExp; readonly what: Message }[] = [
  { pattern: /[\n\r\u0085\u2028\u2029]/, what: say`a line break` },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  { pattern: /[\0-\x1f\x7f-\x9f]/, what: say`a control character` },
  {
    pattern: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
    what: say`a character that turns the writing direction`,
  },
  { pattern: /\p{Surrogate}/u, what: say`half a character` },
  // A script is printed in builds, too, and holds its values as they are.
  { pattern: /##\w*\[/, what: say`what the log of a build takes for a command` },
];
