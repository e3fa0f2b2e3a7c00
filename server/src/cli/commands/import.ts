import { FORMATS, type Format, readFound } from '../../plan/import/read.ts';
import { importSpec } from '../../plan/import.ts';
import { code, codes, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import { type Command, type Given, valueGiven } from '../arguments.ts';
import { gatherCaptures } from '../captures.ts';
import { Complaint, EXIT } from '../exit.ts';
import { productGiven } from '../judgement.ts';
import { writeNamed } from '../write.ts';

/** `import`: a spec of what is there. */
export const importCommand: Command = {
  name: 'import',
  takes: 'CAPTURE ...',
  summary: say`Write a spec from what is there: a capture, the output of Get- cmdlets, or the scripts that made it.`,
  options: {
    output: { value: 'FILE', about: say`write the spec to a file instead` },
    'format-of': { value: 'FORMAT', about: say`read as json, format-list, clixml or script (as it looks)` },
    product: { value: 'PRODUCT', about: say`the server product, where the capture does not say it` },
  },
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
    const [format, product] = [formatGiven(given), productGiven(given)];
    if (given.words.length === 0)
      throw new Complaint(say`Name a capture, such as ${code('lync-federation import contoso.json')}.`);
    const { files, complaints } = await gatherCaptures(given.words, shell);
    const read = readFound(files, format);
    const failed = [...complaints, ...read.complaints];
    for (const complaint of failed) shell.complain(complaint);
    if (read.found.objects.length === 0 && read.found.unread.length === 0 && failed.length > 0) return EXIT.failure;
    const { text, notes } = importSpec(read.found, product);
    const output = valueGiven(given, 'output');
    if (output === undefined) shell.print(text);
    else await writeNamed(output, text, shell);
    for (const note of notes) shell.tell(note);
    return failed.length > 0 ? EXIT.failure : EXIT.clean;
  },
};

function formatGiven(given: Given): Format | undefined {
  const format = valueGiven(given, 'format-of');
  if (format === undefined) return undefined;
  const known = FORMATS.find((one) => one === format);
  if (known !== undefined) return known;
  const meant = nearest(format, FORMATS);
  if (meant !== undefined) throw new Complaint(say`Unknown format ${code(format)}. Did you mean ${code(meant)}?`);
  throw new Complaint(say`Unknown format ${code(format)}: take one of ${codes(FORMATS)}.`);
}
