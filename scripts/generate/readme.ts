import { ENGLISH } from '../../server/src/text/message.ts';
import { korean } from '../l10n/korean.ts';
import { commandTable } from './cli-docs.ts';
import type { Generator } from './generator.ts';
import { replacePart, textOfFile } from './markdown.ts';

/** The report in the README is that of an example, as the tests have reviewed it; the commands are those there are, in each language. */
export const readmeReport: Generator = async () => {
  const readme = await textOfFile('README.md');
  const inKorean = await textOfFile('docs/ko/README.md');
  const report = await textOfFile('examples/lync-skype-2015.report.txt');
  if (readme === undefined || inKorean === undefined || report === undefined) return [];
  const shown = [
    '```console',
    '$ lync-federation check examples/lync-skype-2015.lync.yaml',
    report.trimEnd(),
    '```',
  ].join('\n');
  const commands = await commandTable('| command | what it does |', 'docs/cli.md', ENGLISH);
  const commandsInKorean = await commandTable('| 명령 | 하는 일 |', 'cli.md', korean());
  return [
    ['README.md', replacePart(replacePart(readme, 'report', shown), 'commands', commands)],
    ['docs/ko/README.md', replacePart(inKorean, 'commands', commandsInKorean)],
  ];
};
