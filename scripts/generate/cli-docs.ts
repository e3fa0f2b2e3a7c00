import { commands } from '../../server/src/cli/commands.ts';
import { helpOf, overview } from '../../server/src/cli/help.ts';
import type { Shell } from '../../server/src/cli/shell.ts';
import { type Bundle, ENGLISH, textOf } from '../../server/src/text/message.ts';
import { korean } from '../l10n/korean.ts';
import type { Generator } from './generator.ts';
import { cell } from './markdown.ts';

/** A page with the help of each command, in each language. */
export const cliDocs: Generator = async () => [
  [
    'docs/cli.md',
    await page(
      ['# The command line', 'Generated from the commands themselves: `lync-federation COMMAND --help` says the same.'],
      { language: 'en', bundle: ENGLISH },
    ),
  ],
  [
    'docs/ko/cli.md',
    await page(
      ['# 명령줄', '명령 자체에서 생성한 문서이며, `lync-federation COMMAND --help` 명령의 출력과 같습니다.'],
      { language: 'ko', bundle: korean() },
    ),
  ],
];

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

async function page([title = '', intro = '']: readonly string[], people: Shell['people']): Promise<string> {
  const manner = { people, colours: false };
  const helps = await Promise.all(
    commands.map(async (command) => ['', `## ${command.name}`, '', console(await helpOf(command, manner))]),
  );
  return [title, '', intro, '', console(overview(commands, manner)), ...helps.flat(), ''].join('\n');
}

function console(text: string): string {
  return ['```text', text.trimEnd(), '```'].join('\n');
}
