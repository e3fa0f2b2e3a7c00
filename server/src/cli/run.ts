import { code, codes, say } from '../text/message.ts';
import { nearest } from '../text/near.ts';
import { COLOR, readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { Complaint, EXIT, type ExitCode } from './exit.ts';
import { helpOf, overview } from './help.ts';
import type { Shell } from './shell.ts';

const NAMES = commands.map(({ name }) => name);

/**
 * Does what was typed.
 * @throws Complaint for wrong use.
 */
export async function run(args: readonly string[], shell: Shell): Promise<ExitCode> {
  const [first, ...rest] = args;
  if (first === undefined) throw new Complaint(say`No command was given: take one of ${codes(NAMES, NAMES.length)}.`);
  if (first === '--version' || first === '-V' || first === '-v')
    return printed(`lync-federation ${shell.version}\n`, shell);
  if (first === '--help' || first === '-h' || first === 'help') {
    const [topic] = rest;
    const text = topic === undefined ? overview(commands, shell) : await helpOf(commandNamed(topic), shell);
    return printed(text, shell);
  }
  const command = commandNamed(first);
  const usage = await command.load();
  const given = readArguments({ ...usage, name: command.name }, rest);
  if (given === undefined) return printed(await helpOf(command, shell), shell);
  return usage.run(given, shell.withColours(given.of(COLOR)), commands);
}

function printed(text: string, shell: Shell): ExitCode {
  shell.print(text);
  return EXIT.clean;
}

function commandNamed(word: string): Command {
  const command = commands.find(({ name }) => name === word);
  if (command !== undefined) return command;
  const meant = nearest(word, NAMES);
  if (meant !== undefined) throw new Complaint(say`Unknown command ${code(word)}. Did you mean ${code(meant)}?`);
  if (/[./\\*]/.test(word) && !word.startsWith('-'))
    throw new Complaint(say`Unknown command ${code(word)}. Did you mean ${code(`lync-federation check ${word}`)}?`);
  throw new Complaint(say`Unknown command ${code(word)}: take one of ${codes(NAMES, NAMES.length)}.`);
}
