import { parseArgs } from 'node:util';
import { code, type Message, say } from '../text/message.ts';
import { nearest } from '../text/near.ts';
import { Complaint, type ExitCode } from './exit.ts';
import type { Shell } from './shell.ts';

/** A word of the command line that begins a sentence: what it takes, what it does. */
export interface Command {
  readonly name: string;
  /** What follows the name, as the help shows it. */
  readonly takes: string;
  readonly summary: Message;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly Example[];
  run(given: Given, shell: Shell): Promise<ExitCode>;
}

/** An option `--name`, with the name of its value where it takes one. */
export interface Option {
  readonly value?: string;
  readonly about: Message;
}

/** A line to type, and what it is for. */
export interface Example {
  readonly line: string;
  readonly about: Message;
}

/** What was typed behind the command. */
export interface Given {
  readonly words: readonly string[];
  /** The values of each option that was given, in order; an option without value has an empty one. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** The option that every command has. */
export const HELP: Option = { about: say`show this help` };

/**
 * Reads what was typed behind a command.
 * @throws Complaint for an unknown option, and for a value that is missing or too much.
 */
export function readArguments({ name, options }: Command, args: readonly string[]): Given {
  const known: Readonly<Record<string, Option>> = { ...options, help: HELP };
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(
        Object.entries(known).map(([key, { value }]) => [key, { type: value ? 'string' : 'boolean' }]),
      ),
      help: { type: 'boolean', short: 'h' },
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (option === undefined) throw unknownOption(name, token.rawName, Object.keys(known));
    values.set(token.name, [...(values.get(token.name) ?? []), checkedValue(token, option)]);
  }
  return { words, options: values };
}

/** The value of an option that counts once: the last one given. */
export function valueGiven(given: Given, option: string): string | undefined {
  return given.options.get(option)?.at(-1);
}

interface Token {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkedValue({ rawName, value, inlineValue }: Token, option: Option): string {
  if (option.value === undefined) {
    if (value !== undefined) throw new Complaint(say`The option ${code(rawName)} takes no value.`);
    return '';
  }
  const isNextOption = !inlineValue && value !== undefined && /^-./.test(value);
  if (value === undefined || value === '' || isNextOption) {
    throw new Complaint(say`The option ${code(rawName)} needs a value: ${code(`${rawName} ${option.value}`)}.`);
  }
  return value;
}

function unknownOption(command: string, rawName: string, known: readonly string[]): Complaint {
  const meant = nearest(rawName.replace(/^-+/, ''), known);
  if (meant === undefined) {
    return new Complaint(
      say`Unknown option ${code(rawName)}; ${code(`lync-federation ${command} --help`)} shows what there is.`,
    );
  }
  return new Complaint(say`Unknown option ${code(rawName)}. Did you mean ${code(`--${meant}`)}?`);
}
