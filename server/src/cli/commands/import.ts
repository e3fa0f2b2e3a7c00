import { dirname, relative } from 'node:path';
import type { Found } from '../../plan/import/found.ts';
import { passedOverNote, readFound } from '../../plan/import/read.ts';
import { FORMATS } from '../../plan/import/readers.ts';
import { importSpec, once, outcomeOf } from '../../plan/import.ts';
import { code, say } from '../../text/message.ts';
import { gatherCaptures } from '../captures.ts';
import type { Usage } from '../command.ts';
import { Complaint, EXIT } from '../exit.ts';
import { needed } from '../failures.ts';
import { PRODUCT } from '../judgement.ts';
import { choice, texts } from '../option.ts';
import { deliver, FORCE, OUTPUT, outcome } from '../output.ts';

const FORMAT_OF = choice({
  name: 'format-of',
  value: 'FORMAT',
  about: say`read the captures as this`,
  oneOf: FORMATS,
  usual: 'as it looks',
});

const NAME_ONE = say`Name a capture, such as ${code('lync-federation import contoso.json')}.`;

const INTERNAL = texts({
  name: 'internal',
  value: 'FILE',
  about: say`a file whose DNS records are those of the inner zone; may be given again`,
});

/** `import`: a spec of what is there. */
export const importCommand: Usage = {
  takes: {
    shown: 'CAPTURE ...',
    least: 0,
    most: Number.POSITIVE_INFINITY,
    remedy: NAME_ONE,
  },
  options: [
    OUTPUT,
    FORCE,
    FORMAT_OF,
    INTERNAL,
    { ...PRODUCT, about: say`the server product, where the capture does not say it` },
  ],
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
    {
      line: 'lync-federation import contoso.com.dns --internal corp/contoso.com.dns',
      about: say`from both zones of a split-brain DNS`,
    },
  ],

  async run(given, shell) {
    const inner = given.of(INTERNAL);
    const words = [...given.words, ...inner];
    if (words.length === 0) throw new Complaint(NAME_ONE);
    const { files, complaints, tools } = await gatherCaptures(given.words, shell, inner);
    const read = readFound(files, given.of(FORMAT_OF), tools);
    const found = seenFrom(dirname(given.of(OUTPUT) ?? ''), read.found);
    const exit = outcome([...complaints, ...read.complaints], shell);
    const named = words.join(' ');
    const made = needed(named, 'import', () => importSpec(found, given.of(PRODUCT)));
    const told = once([...made.notes, ...passedOverNote(read.passedOver)]);
    if (made.entries === 0) {
      for (const note of told) shell.tell(note);
      if (complaints.length > 0) return exit;
      if (exit === EXIT.clean)
        shell.complain(say`Nothing of ${code(named)} became part of a spec, so none is written.`);
      return EXIT.findings;
    }
    const isKept = await deliver(made.text, { given, isForced: given.of(FORCE) }, shell);
    for (const note of [...told, ...(made.leftovers > 0 ? [outcomeOf(made)] : [])]) shell.tell(note);
    const file = given.of(OUTPUT) ?? '';
    if (isKept) shell.tell(say`${code(file)} is written; ${code(`lync-federation check ${file}`)} judges it.`);
    return exit;
  },
};

/** What was found, the files of certificates named by their way from the folder of the spec. */
function seenFrom(folder: string, found: Found): Found {
  const objects = found.objects.map((object) => {
    const { File: file } = object.properties;
    if (typeof file !== 'string') return object;
    const way = relative(folder, file).replaceAll('\\', '/');
    return { ...object, properties: { ...object.properties, File: way } };
  });
  return { ...found, objects };
}
