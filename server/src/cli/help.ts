import { type Message, say, textOf } from '../text/message.ts';
import { HELP } from './arguments.ts';
import type { Command } from './command.ts';
import { flag, type Option } from './option.ts';
import { table } from './table.ts';

/** What there is to type. */
export function overview(commands: readonly Command[]): string {
  const options = [flag('help', say`show this help, or that of a command`), flag('version', say`show the version`)];
  return [
    `${textOf(say`Checks, explains and repairs the federation of Lync Server and Skype for Business Server, kept as one YAML spec.`)}\n`,
    part(say`Usage:`, '  lync-federation COMMAND [...]\n'),
    part(
      say`Commands:`,
      table(
        commands.map(({ name, summary }) => [name, textOf(summary)]),
        '  ',
      ),
    ),
    part(say`Options:`, table(options.map(optionRow), '  ')),
    `${textOf(say`Exit status: 0 when all is well, 1 when something was found, 2 for wrong use or unreadable input.`)}\n`,
  ].join('\n');
}

/** How one command is used. */
export async function helpOf({ name, summary, load }: Command): Promise<string> {
  const { takes, options, examples } = await load();
  const usage = ['lync-federation', name, takes.shown, '[OPTIONS]'].filter(Boolean).join(' ');
  return [
    `${textOf(summary)}\n`,
    part(say`Usage:`, `  ${usage}\n`),
    part(say`Options:`, table([...options, HELP].map(optionRow), '  ')),
    part(say`Examples:`, examples.map(({ line, about }) => `  ${line}\n      ${textOf(about)}\n`).join('')),
  ].join('\n');
}

function part(title: Message, lines: string): string {
  return `${textOf(title)}\n${lines}`;
}

function optionRow({ name, value, about, oneOf, usual }: Option): readonly string[] {
  const taken = oneOf ? `: ${oneOf.join(', ')}` : '';
  return [`--${name}${value ? ` ${value}` : ''}`, `${textOf(about)}${taken}${usual ? ` (${usual})` : ''}`];
}
