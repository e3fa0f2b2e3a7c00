import { type Message, say, textOf } from '../text/message.ts';
import { COMMON } from './arguments.ts';
import type { Command } from './command.ts';
import { LOCALE } from './locale.ts';
import { flag, type Option, usualText } from './option.ts';
import { paints } from './paint.ts';
import type { Shell } from './shell.ts';
import { table } from './table.ts';

/** How help is shown. */
type Manner = Pick<Shell, 'people' | 'colours'>;

/** What there is to type. */
export function overview(commands: readonly Command[], manner: Manner): string {
  const options = [
    flag('help', say`show this help, or that of a command`),
    flag('version', say`show the version`),
    LOCALE,
  ];
  const { said, part, rows, optionRow } = shownIn(manner);
  return [
    `${said(say`Checks, explains and repairs the federation of Lync Server and Skype for Business Server, kept as one YAML spec.`)}\n`,
    part(say`Usage:`, '  lync-federation COMMAND [...]\n'),
    part(say`Commands:`, rows(commands.map(({ name, summary }) => [name, said(summary)]))),
    part(say`Options:`, rows(options.map(optionRow))),
    `${said(say`Exit status: 0 when all is well, 1 when something was found, 2 for wrong use or unreadable input.`)}\n`,
  ].join('\n');
}

/** How one command is used. */
export async function helpOf({ name, summary, load }: Command, manner: Manner): Promise<string> {
  const { takes, options, examples } = await load();
  const { said, part, rows, optionRow } = shownIn(manner);
  const usage = ['lync-federation', name, takes.shown, '[OPTIONS]'].filter(Boolean).join(' ');
  return [
    `${said(summary)}\n`,
    part(say`Usage:`, `  ${usage}\n`),
    part(say`Options:`, rows([...options, ...COMMON].map(optionRow))),
    part(say`Examples:`, examples.map(({ line, about }) => `  ${line}\n      ${said(about)}\n`).join('')),
  ].join('\n');
}

/** What is to be typed, and what it is for. */
type Row = readonly [typed: string, about: string];

/** The parts of a help, in a language and in colours. */
function shownIn({ people: { bundle }, colours }: Manner) {
  const { strong, info } = paints(colours);
  const said = (message: Message) => textOf(message, bundle);
  return {
    said,
    part: (title: Message, lines: string) => `${strong(said(title))}\n${lines}`,
    rows: (rows: readonly Row[]) =>
      table(
        rows.map(([text, about]) => [{ text, paint: info }, about]),
        '  ',
      ),
    optionRow: ({ name, value, about, oneOf, usual }: Option): Row => {
      const taken = oneOf ? `: ${oneOf.join(', ')}` : '';
      const otherwise = usual === undefined ? '' : ` (${usualText(usual, bundle)})`;
      return [`--${name}${value ? ` ${value}` : ''}`, `${said(about)}${taken}${otherwise}`];
    },
  };
}
