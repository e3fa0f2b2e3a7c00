import { readFound } from '../../plan/import/read.ts';
import { FORMATS } from '../../plan/import/readers.ts';
import { importSpec } from '../../plan/import.ts';
import { code, say } from '../../text/message.ts';
import { gatherCaptures } from '../captures.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { needed } from '../failures.ts';
import { PRODUCT } from '../judgement.ts';
import { choice } from '../option.ts';
import { deliver, OUTPUT, outcome } from '../output.ts';

const FORMAT_OF = choice({
  name: 'format-of',
  value: 'FORMAT',
  about: say`read the captures as this`,
  oneOf: FORMATS,
  usual: 'as it looks',
});

/** `import`: a spec of what is there. */
export const importCommand: Command = {
  name: 'import',
  takes: {
    shown: 'CAPTURE ...',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    remedy: say`Name a capture, such as ${code('lync-federation import contoso.json')}.`,
  },
  summary: say`Write a spec from what is there: a capture, the output of Get- cmdlets, or the scripts that made it.`,
  options: [OUTPUT, FORMAT_OF, { ...PRODUCT, about: say`the server product, where the capture does not say it` }],
  examples: [
    {
      line: 'lync-federation import contoso.json --output contoso.lync.yaml',
      about: say`from what the collector wrote`,
    },
    {
      line: 'lync-federation import console.txt edge.json',
      about: say`from several files, also from a pasted console`,
    },
    { line: 'lync-federation import scripts/ --product lync-2013', about: say`from a folder of New-Cs scripts` },
  ],

  async run(given, shell) {
    const { files, complaints, tools } = await gatherCaptures(given.words, shell);
    const read = readFound(files, given.of(FORMAT_OF), tools);
    const failed = [...complaints, ...read.complaints];
    const exit = outcome(failed, shell);
    if (read.found.objects.length === 0 && read.found.unread.length === 0 && exit !== EXIT.clean) return exit;
    const { text, notes } = needed(given.words.join(' '), 'import', () => importSpec(read.found, given.of(PRODUCT)));
    await deliver(text, given, shell);
    for (const note of notes) shell.tell(note);
    return exit;
  },
};
