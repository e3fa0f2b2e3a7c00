import { catalog } from '../../catalog/catalog.generated.ts';
import { declared } from '../../plan/declared.ts';
import { type Difference, drift as driftOf } from '../../plan/drift.ts';
import { DRIFT_HEAD, toldOf } from '../../plan/drift-told.ts';
import { once } from '../../plan/import.ts';
import type { Note } from '../../plan/step.ts';
import { fileAndLine, placeData } from '../../plan/summary.ts';
import { type Placing, placesIn } from '../../spec/placed.ts';
import { readSpec } from '../../spec/read.ts';
import { code, codes, type Message, say, textOf } from '../../text/message.ts';
import { plainLine } from '../../text/visible.ts';
import { captureNamed, LIVE } from '../captures.ts';
import type { Usage } from '../command.ts';
import { Complaint, EXIT } from '../exit.ts';
import { needed } from '../failures.ts';
import { oneSpec } from '../one-spec.ts';
import { type Option, usually } from '../option.ts';
import { forPrograms } from '../output.ts';
import { paints } from '../paint.ts';
import type { Shell } from '../shell.ts';
import { table } from '../table.ts';

const FORMAT = usually({
  name: 'format',
  value: 'FORMAT',
  about: say`the form of the list`,
  oneOf: ['text', 'json'],
  usual: 'text',
});

const NEEDED_LIVE: Option<readonly string[]> = {
  ...LIVE,
  read(typed) {
    if (typed.length > 0) return typed;
    throw new Complaint(
      say`Name a capture of what is there: ${code('--live contoso.json')}; ${code('lync-federation capture')} prints the script that makes one.`,
    );
  },
};

/** `drift`: what is not as the spec declares it. */
export const drift: Usage = {
  takes: {
    shown: 'SPEC',
    least: 1,
    most: 1,
    remedy: say`Name one spec, such as ${code('lync-federation drift contoso.lync.yaml --live contoso.json')}.`,
  },
  options: [NEEDED_LIVE, FORMAT],
  examples: [
    {
      line: 'lync-federation drift contoso.lync.yaml --live contoso.json',
      about: say`what somebody has changed by hand`,
    },
    { line: 'lync-federation drift contoso.lync.yaml --live contoso.json --format json', about: say`for programs` },
  ],

  async run(given, shell) {
    const [word = ''] = given.words;
    const spec = await oneSpec(word, shell);
    const names = given.of(LIVE);
    const capture = await captureNamed(names, shell);
    if (capture.state.scopes.length === 0)
      throw new Complaint(say`There is nothing about federation in ${codes(names)}.`);
    for (const note of once(capture.notes)) shell.tell(note);
    const source = needed(spec.path, 'yaml', () => readSpec(spec.text));
    const { wanted, found } = needed(spec.path, 'drift', () => {
      const wanted = declared(source.spec, catalog, source.spec.asOf?.value ?? shell.today);
      return { wanted, found: driftOf(wanted, capture.state) };
    });
    const { differences, notCaptured, notes: open } = found;
    const notes = [...wanted.leftOut, ...open];
    const origin = { path: spec.path, placeOf: placesIn(spec.path, spec.text) };
    const missing = notCaptured.map(({ noun }) => noun);
    if (given.of(FORMAT) === 'json') {
      const list = differences.map((difference) => described(difference, origin));
      const told = [...once(capture.notes).map((message): Note => ({ message })), ...notes].map((note) => ({
        message: textOf(note.message, shell.programs.bundle),
        ...(note.at && placeData(note.at, origin)),
      }));
      shell.print(forPrograms({ version: 1, differences: list, notCaptured: missing, notes: told }));
    } else shell.print(report(origin, { differences, isWhole: missing.length + open.length === 0 }, shell));
    for (const note of notes) shell.tell(say`${fileAndLine(note.at, origin)}: ${note.message}`);
    if (missing.length > 0) shell.tell(say`The capture says nothing of ${codes(missing, missing.length)}.`);
    return differences.length > 0 ? EXIT.findings : EXIT.clean;
  },
};

interface Report {
  readonly differences: readonly Difference[];
  /** Whether all that is declared could be compared. */
  readonly isWhole: boolean;
}

function report(origin: Placing, { differences, isWhole }: Report, { people, colours }: Shell): string {
  const { path } = origin;
  const { bundle } = people;
  const paint = paints(colours);
  if (differences.length === 0) {
    const none = isWhole
      ? say`No drift: everything is as ${code(path)} declares it.`
      : say`No drift in what the capture tells: that is as ${code(path)} declares it.`;
    return `${textOf(none, bundle)}\n`;
  }
  const rows = differences.map((difference) => {
    const words = (cell: string | Message) => plainLine(typeof cell === 'string' ? cell : textOf(cell, bundle));
    const { object, identity, setting, declared: wanted, live } = toldOf(difference);
    return [
      ...[object, identity, setting].map(words),
      { text: words(wanted), paint: paint.added },
      { text: words(live), paint: paint.removed },
      { text: words(fileAndLine(difference.at, origin)), paint: paint.faint },
    ];
  });
  const head = [...DRIFT_HEAD, say`place`].map((word) => ({ text: textOf(word, bundle), paint: paint.strong }));
  const count = differences.length === 1 ? say`1 difference` : say`${differences.length} differences`;
  return `${table([head, ...rows])}\n${textOf(count, bundle)}\n`;
}

function described(difference: Difference, origin: Placing): Readonly<Record<string, unknown>> {
  const { is, object, identity, setting, declared: wanted, live } = difference;
  const isObject = is === 'missing' || is === 'surplus';
  return {
    is,
    object,
    identity,
    ...(setting !== undefined && { setting }),
    ...(!isObject && { declared: wanted ?? null, live: live ?? null }),
    ...(difference.at && placeData(difference.at, origin)),
  };
}
