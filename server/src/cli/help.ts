import { type Bundle, type Message, say, textOf } from '../text/message.ts';
import { HELP } from './arguments.ts';
import type { Command } from './command.ts';
import { LOCALE } from './locale.ts';
import { flag, type Option, usualText } from './option.ts';
import { table } from './table.ts';

/** What there is to type. */
export function overview(commands: readonly Command[], bundle: Bundle): string {
  const options = [
    flag('help', say`show this help, or that of a command`),
    flag('version', say`show the version`),
    LOCALE,
  ];
  const [row, part] = [optionRow(bundle), partIn(bundle)];
  return [
    `${textOf(say`Checks, explains and repairs the federation of Lync Server and Skype for Business Server, kept as one YAML spec.`, bundle)}\n`,
    part(say`Usage:`, '  lync-federation COMMAND [...]\n'),
    part(
      say`Commands:`,
      table(
        commands.map(({ name, summary }) => [name, textOf(summary, bundle)]),
        '  ',
      ),
    ),
    part(say`Options:`, table(options.map(row), '  ')),
    `${textOf(say`Exit status: 0 when all is well, 1 when something was found, 2 for wrong use or unreadable input.`, bundle)}\n`,
  ].join('\n');
}

/** How one command is used. */
export async function helpOf({ name, summary, load }: Command, bundle: Bundle): Promise<string> {
  const { takes, options, examples } = await load();
  const [row, part] = [optionRow(bundle), partIn(bundle)];
  const usage = ['lync-federation', name, takes.shown, '[OPTIONS]'].filter(Boolean).join(' ');
  return [
    `${textOf(summary, bundle)}\n`,
    part(say`Usage:`, `  ${usage}\n`),
    part(say`Options:`, table([...options, LOCALE, HELP].map(row), '  ')),
    part(say`Examples:`, examples.map(({ line, about }) => `  ${line}\n      ${textOf(about, bundle)}\n`).join('')),
  ].join('\n');
}

function partIn(bundle: Bundle) {
  return (title: Message, lines: string) => `${textOf(title, bundle)}\n${lines}`;
}

function optionRow(bundle: Bundle) {
  return ({ name, value, about, oneOf, usual }: Option): readonly string[] => {
    const taken = oneOf ? `: ${oneOf.join(', ')}` : '';
    const otherwise = usual === undefined ? '' : ` (${usualText(usual, bundle)})`;
    return [`--${name}${value ? ` ${value}` : ''}`, `${textOf(about, bundle)}${taken}${otherwise}`];
  };
}
