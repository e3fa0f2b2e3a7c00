import { dirname, relative } from 'node:path';
import type { Found } from '../../plan/import/found.ts';
import { passedOverNote, readFound } from '../../plan/import/read.ts';
import { FORMATS } from '../../plan/import/readers.ts';
import { importSpec } from '../../plan/import.ts';
import { code, type Message, say, textOf } from '../../text/message.ts';
import { gatherCaptures } from '../captures.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { needed } from '../failures.ts';
import { PRODUCT } from '../judgement.ts';
import { choice } from '../option.ts';
import { deliver, FORCE, OUTPUT, outcome } from '../output.ts';

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
  options: [
    OUTPUT,
    FORCE,
    FORMAT_OF,
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
  ],

  async run(given, shell) {
    const { files, complaints, tools } = await gatherCaptures(given.words, shell);
    const read = readFound(files, given.of(FORMAT_OF), tools);
    const found = seenFrom(dirname(given.of(OUTPUT) ?? ''), read.found);
    const exit = outcome([...complaints, ...read.complaints], shell);
    const named = given.words.join(' ');
    const { text, notes, entries, leftovers } = needed(named, 'import', () => importSpec(found, given.of(PRODUCT)));
    const told = [...notes, ...passedOverNote(read.passedOver)];
    // One sentence may be true of many lines.
    const once = new Map(told.map((note) => [textOf(note), note]));
    if (entries === 0) {
      for (const note of once.values()) shell.tell(note);
      if (exit !== EXIT.clean) return exit;
      shell.complain(say`Nothing of ${code(named)} became part of a spec, so none is written.`);
      return EXIT.findings;
    }
    const isKept = await deliver(text, { given, isForced: given.of(FORCE) }, shell);
    for (const note of once.values()) shell.tell(note);
    if (leftovers > 0) shell.tell(leftOver(entries, leftovers));
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

function leftOver(entries: number, leftovers: number): Message {
  const has = entries === 1 ? say`The spec has 1 entry` : say`The spec has ${entries} entries`;
  return leftovers === 1
    ? say`${has}; 1 object or line stands in it as a comment.`
    : say`${has}; ${leftovers} objects and lines stand in it as comments.`;
}
