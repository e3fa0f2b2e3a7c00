import { dirname } from 'node:path';
import { tooMuchOf } from '../../machine/sizes.ts';
import { passedOverNote, readFound } from '../../plan/import/read.ts';
import { FORMATS } from '../../plan/import/readers.ts';
import { importSpec, once, outcomeOf } from '../../plan/import.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import { readArguments } from '../arguments.ts';
import { gatherCaptures, seenFrom } from '../captures.ts';
import type { Usage } from '../command.ts';
import { Complaint, EXIT, type ExitCode } from '../exit.ts';
import { needed } from '../failures.ts';
import { mayNameSpec } from '../form.ts';
import { INTERNAL } from '../inner-zone.ts';
import { PRODUCT } from '../judgement.ts';
import { choice, flag } from '../option.ts';
import { deliver, FORCE, OUTPUT, outcome } from '../output.ts';
import type { Shell } from '../shell.ts';
import { isPassing } from '../write.ts';

const FORMAT_OF = choice({
  name: 'format-of',
  value: 'FORMAT',
  about: say`read the captures as this`,
  oneOf: FORMATS,
  usual: say`as it looks`,
});

const CHECK = flag('check', say`judge the file that is written, and exit as ${code('check')} does`);

const NAME_ONE = say`Name a capture, such as ${code('lync-federation import contoso.json')}.`;

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
    CHECK,
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
    {
      line: 'lync-federation import edge.tbxml zone.txt --output contoso.lync.yaml --check',
      about: say`what is wrong with it is told at once`,
    },
    { line: 'lync-federation import scripts/ --product lync-2013', about: say`from a folder of New-Cs scripts` },
    {
      line: 'lync-federation import contoso.com.dns --internal corp/contoso.com.dns',
      about: say`from both zones of a split-brain DNS`,
    },
  ],

  async run(given, shell) {
    const file = given.of(OUTPUT);
    const isChecked = given.of(CHECK);
    if (isChecked) await refuseUnjudged(file, shell);
    const inner = given.of(INTERNAL);
    const words = [...given.words, ...inner];
    if (words.length === 0) throw new Complaint(NAME_ONE);
    const { files, complaints, tools } = await gatherCaptures(given.words, shell, inner);
    const read = readFound(files, given.of(FORMAT_OF), tools);
    const found = seenFrom(dirname(file ?? ''), read.found, shell.cwd);
    const exit = outcome([...complaints, ...read.complaints], shell);
    const named = words.join(' ');
    const made = needed(named, 'import', () => importSpec(found, given.of(PRODUCT), shell.people.bundle));
    const told = once([...made.notes, ...passedOverNote(read.passedOver)]);
    if (made.entries === 0) {
      for (const note of told) shell.tell(note);
      if (complaints.length > 0) return exit;
      if (exit === EXIT.clean)
        shell.complain(say`Nothing of ${code(named)} became part of a spec, so none is written.`);
      return EXIT.findings;
    }
    const excess = tooMuchOf(codes(words), made.text);
    if (excess !== undefined) throw new Complaint(excess);
    const isKept = await deliver(made.text, { given, isForced: given.of(FORCE) }, shell);
    for (const note of [...told, ...(made.leftovers > 0 ? [outcomeOf(made)] : [])]) shell.tell(note);
    if (!isKept || file === undefined) return exit;
    if (!isChecked) shell.tell(written(file));
    const verdict = isChecked ? await verdictOn(file, shell) : EXIT.clean;
    return exit === EXIT.clean ? verdict : exit;
  },
};

/**
 * Says before anything is written what nobody could judge.
 * @throws Complaint
 */
async function refuseUnjudged(file: string | undefined, shell: Shell): Promise<void> {
  const judged = say`${code('--check')} judges the file that is written`;
  if (file === undefined || (await isPassing(file, shell)))
    throw new Complaint(say`${judged}: name it with ${code('--output')}.`);
  if (!mayNameSpec(file))
    throw new Complaint(say`${judged}, and by its name ${code(file)} is no spec: call it ${code('*.lync.yaml')}.`);
}

function written(file: string): Message {
  return mayNameSpec(file)
    ? say`${code(file)} is written; ${code(`lync-federation check ${file}`)} judges it.`
    : say`${code(file)} is written. By its name it is no spec: call it ${code('*.lync.yaml')} to have it judged.`;
}

/** What `check` says of a file where nothing else is typed. */
async function verdictOn(file: string, shell: Shell): Promise<ExitCode> {
  const { check } = await import('./check.ts');
  const given = readArguments({ name: 'check', ...check }, ['--', file]);
  return given === undefined ? EXIT.clean : check.run(given, shell);
}
