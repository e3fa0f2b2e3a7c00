import { say, textOf } from '../text/message.ts';
import { type Command, HELP } from './arguments.ts';
import { table } from './table.ts';

/** What there is to type. */
export function overview(commands: readonly Command[]): string {
  return [
    `${textOf(say`Checks, explains and repairs the federation of Lync Server and Skype for Business Server, kept as one YAML spec.`)}\n`,
    `${textOf(say`Usage:`)}\n  lync-federation COMMAND [...]\n`,
    `${textOf(say`Commands:`)}\n${table(
      commands.map(({ name, summary }) => [name, textOf(summary)]),
      '  ',
    )}`,
    `${textOf(say`Options:`)}\n${table(
      [
        ['--help', textOf(say`show this help, or that of a command`)],
        ['--version', textOf(say`show the version`)],
      ],
      '  ',
    )}`,
    `${textOf(say`Exit status: 0 when all is well, 1 when something was found, 2 for wrong use or unreadable input.`)}\n`,
  ].join('\n');
}

/** How one command is used. */
export function helpOf({ name, takes, summary, options, examples }: Command): string {
  const listed = Object.entries({ ...options, help: HELP }).map(([key, { value, about }]) => [
    `--${key}${value ? ` ${value}` : ''}`,
    textOf(about),
  ]);
  const shown = examples.map(({ line, about }) => `  ${line}\n      ${textOf(about)}\n`);
  return [
    `${textOf(summary)}\n`,
    `${textOf(say`Usage:`)}\n  ${['lync-federation', name, takes, '[OPTIONS]'].filter(Boolean).join(' ')}\n`,
    `${textOf(say`Options:`)}\n${table(listed, '  ')}`,
    `${textOf(say`Examples:`)}\n${shown.join('')}`,
  ].join('\n');
}
