import { commandTable } from './cli-docs.ts';
import type { Generator } from './generator.ts';
import { replacePart, textOfFile } from './markdown.ts';

/** The report in the README is that of an example, as the tests have reviewed it; the commands are those there are. */
export const readmeReport: Generator = async () => {
  const readme = await textOfFile('README.md');
  const report = await textOfFile('examples/lync-skype-2015.report.txt');
  if (readme === undefined || report === undefined) return [];
  const shown = [
    '```console',
    '$ lync-federation check examples/lync-skype-2015.lync.yaml',
    report.trimEnd(),
    '```',
  ].join('\n');
  return [['README.md', replacePart(replacePart(readme, 'report', shown), 'commands', await commandTable())]];
};
