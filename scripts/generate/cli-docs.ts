import { commands } from '../../server/src/cli/commands.ts';
import { helpOf, overview } from '../../server/src/cli/help.ts';
import { type Bundle, ENGLISH, textOf } from '../../server/src/text/message.ts';
import type { Generator } from './generator.ts';
import { cell } from './markdown.ts';

/** A page with the help of each command. */
export const cliDocs: Generator = async () => [['docs/cli.md', await page()]];

/** The commands as a table in the language of its columns and texts, each a way to its help on the page. */
export async function commandTable(columns: string, page: string, texts: Bundle): Promise<string> {
  const rows = await Promise.all(
    commands.map(async ({ name, summary, load }) => {
      const { takes } = await load();
      const typed = cell([name, takes.shown].join(' ').trim());
      return `| [\`${typed}\`](${page}#${name}) | ${cell(textOf(summary, texts))} |`;
    }),
  );
  return [columns, '| --- | --- |', ...rows].join('\n');
}

/** For readers of a page. */
const PLAIN = { people: { language: 'en', bundle: ENGLISH }, colours: false } as const;

async function page(): Promise<string> {
  const helps = await Promise.all(
    commands.map(async (command) => ['', `## ${command.name}`, '', console(await helpOf(command, PLAIN))]),
  );
  return [
    '# The command line',
    '',
    'Generated from the commands themselves: `lync-federation COMMAND --help` says the same.',
    '',
    console(overview(commands, PLAIN)),
    ...helps.flat(),
    '',
  ].join('\n');
}

function console(text: string): string {
  return ['```text', text.trimEnd(), '```'].join('\n');
}
