import { parseArgs } from 'node:util';
import { code, say } from '../text/message.ts';
import { nearest } from '../text/near.ts';
import type { Command, Given, Usage } from './command.ts';
import { Complaint } from './exit.ts';
import { LOCALE } from './locale.ts';
import { flag, type Option, usually } from './option.ts';
import type { When } from './shell.ts';

/** Whether to show colours. */
export const COLOR: Option<When> = usually({
  name: 'color',
  value: 'WHEN',
  about: say`show colours`,
  oneOf: ['auto', 'always', 'never'],
  usual: 'auto',
});

/** To show how a command is used. */
export const HELP: Option<boolean> = flag('help', say`show this help`);

/** The options that every command has. */
export const COMMON: readonly Option[] = [LOCALE, COLOR, HELP];

/** How a command is used, and its name for what is wrong. */
type Named = Pick<Command, 'name'> & Usage;

/**
 * Reads what was typed behind a command; nothing where it asks for help.
 * @throws Complaint for wrong use of any kind
 */
export function readArguments(command: Named, args: readonly string[]): Given | undefined {
  const options = [...command.options, ...COMMON];
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(options.map(({ name, value }) => [name, { type: value ? 'string' : 'boolean' }])),
      help: { type: 'boolean', short: 'h' },
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = options.find(({ name }) => name === token.name);
    if (option === undefined) throw unknownOption(command, token.rawName, options);
    values.set(token.name, [...(values.get(token.name) ?? []), checkedValue(token, option)]);
  }
  if (values.has(HELP.name)) return undefined;
  const { least, most, remedy } = command.takes;
  if (words.length < least || words.length > most) throw new Complaint(remedy);
  const typed = ({ name }: Option) => values.get(name) ?? [];
  // A wrong value is told before anything is done.
  for (const option of options) option.read(typed(option));
  return { words, typed, of: (option) => option.read(typed(option)) };
}

interface Token {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkedValue({ rawName, value, inlineValue }: Token, option: Option): string {
  if (option.value === undefined) {
    if (value !== undefined)
      throw new Complaint(say`The option ${code(rawName)} takes no value: write ${code(rawName)} alone.`);
    return '';
  }
  const isNextOption = !inlineValue && value !== undefined && /^-./.test(value);
  if (value === undefined || value === '' || isNextOption) {
    throw new Complaint(say`The option ${code(rawName)} needs a value: ${code(`${rawName} ${option.value}`)}.`);
  }
  return value;
}

function unknownOption({ name }: Named, rawName: string, options: readonly Option[]): Complaint {
  const meant = nearest(
    rawName.replace(/^-+/, ''),
    options.map((option) => option.name),
  );
  if (meant === undefined) {
    return new Complaint(
      say`Unknown option ${code(rawName)}; ${code(`lync-federation ${name} --help`)} shows what there is.`,
    );
  }
  return new Complaint(say`Unknown option ${code(rawName)}. Did you mean ${code(`--${meant}`)}?`);
}
