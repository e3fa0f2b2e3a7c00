import { commands } from '../../server/src/cli/commands.ts';
import { helpOf, overview } from '../../server/src/cli/help.ts';
import { textOf } from '../../server/src/text/message.ts';
import type { Generator } from './generator.ts';
import { cell } from './markdown.ts';

/** A page with the help of each command. */
export const cliDocs: Generator = async () => [['docs/cli.md', page()]];

/** The commands as a table, each a way to its help. */
export function commandTable(): string {
  const rows = commands.map(({ name, takes, summary }) => {
    const typed = cell([name, takes.shown].join(' ').trim());
    return `| [\`${typed}\`](docs/cli.md#${name}) | ${cell(textOf(summary))} |`;
  });
  return ['| command | what it does |', '| --- | --- |', ...rows].join('\n');
}

function page(): string {
  return [
    '# The command line',
    '',
    'Generated from the commands themselves: `lync-federation COMMAND --help` says the same.',
    '',
    console(overview(commands)),
    ...commands.flatMap((command) => ['', `## ${command.name}`, '', console(helpOf(command))]),
    '',
  ].join('\n');
}

function console(text: string): string {
  return ['```text', text.trimEnd(), '```'].join('\n');
}
