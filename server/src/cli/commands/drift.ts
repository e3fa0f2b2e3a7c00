import { catalog } from '../../catalog/catalog.generated.ts';
import type { CommandValue } from '../../cmdlets/command.ts';
import { readCapture } from '../../plan/capture-file.ts';
import { declared } from '../../plan/declared.ts';
import { type Difference, drift as driftOf } from '../../plan/drift.ts';
import type { State } from '../../plan/state.ts';
import { readSpec } from '../../spec/read.ts';
import { LineTable } from '../../text/lines.ts';
import { code, codes, type Message, say, textOf } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import { type Command, type Given, valueGiven } from '../arguments.ts';
import { gatherCaptures } from '../captures.ts';
import { visible } from '../cells.ts';
import { Complaint, EXIT } from '../exit.ts';
import { gather, type Input } from '../files.ts';
import type { Shell } from '../shell.ts';
import { table } from '../table.ts';

/** `drift`: what is not as the spec declares it. */
export const drift: Command = {
  name: 'drift',
  takes: 'SPEC',
  summary: say`Show where a deployment has moved away from its spec; the exit code is 1 where it has.`,
  options: {
    live: { value: 'CAPTURE', about: say`what is there; several may be given` },
    format: { value: 'FORMAT', about: say`text or json (text)` },
  },
  examples: [
    {
      line: 'lync-federation drift contoso.lync.yaml --live contoso.json',
      about: say`what somebody has changed by hand`,
    },
    { line: 'lync-federation drift contoso.lync.yaml --live contoso.json --format json', about: say`for programs` },
  ],

  async run(given, shell) {
    const format = formatGiven(given);
    const spec = await specGiven(given, shell);
    const live = await liveGiven(given, shell);
    const wanted = declared(readSpec(spec.text).spec, catalog);
    const { differences, notCaptured, notes: open } = driftOf(wanted, live);
    const notes = [...wanted.leftOut, ...open];
    const lines = new LineTable(spec.text);
    const missing = notCaptured.map(({ noun }) => noun);
    if (format === 'json') {
      const found = differences.map((difference) => forPrograms(difference, lines));
      const told = notes.map((note) => ({ message: textOf(note.message), line: lineOf(note, lines) }));
      const report = { version: 1, differences: found, notCaptured: missing, notes: told };
      shell.print(`${JSON.stringify(report, null, 2)}\n`);
    } else shell.print(report(spec.path, { differences, isWhole: missing.length + open.length === 0, lines }));
    for (const note of notes) shell.tell(say`${placeOf(note, spec.path, lines)}: ${note.message}`);
    if (missing.length > 0) shell.tell(say`The capture says nothing of ${codes(missing, missing.length)}.`);
    return differences.length > 0 ? EXIT.findings : EXIT.clean;
  },
};

function formatGiven(given: Given): 'text' | 'json' {
  const format = valueGiven(given, 'format') ?? 'text';
  if (format === 'text' || format === 'json') return format;
  const known = ['text', 'json'];
  const meant = nearest(format, known);
  if (meant !== undefined) throw new Complaint(say`Unknown format ${code(format)}. Did you mean ${code(meant)}?`);
  throw new Complaint(say`Unknown format ${code(format)}: take one of ${codes(known)}.`);
}

async function specGiven(given: Given, shell: Shell): Promise<Input> {
  const { inputs, complaints } = await gather(given.words, shell);
  const [complaint] = complaints;
  if (complaint) throw new Complaint(complaint);
  const [spec, ...more] = inputs;
  if (spec !== undefined && more.length === 0) return spec;
  throw new Complaint(
    say`Name one spec, such as ${code('lync-federation drift contoso.lync.yaml --live contoso.json')}.`,
  );
}

async function liveGiven(given: Given, shell: Shell): Promise<State> {
  const names = given.options.get('live');
  if (names === undefined)
    throw new Complaint(
      say`Name a capture of what is there: ${code('--live contoso.json')}; ${code('lync-federation capture')} prints the script that makes one.`,
    );
  const { files, complaints } = await gatherCaptures(names, shell);
  const { state, notes, complaints: unread } = readCapture(files);
  const [complaint] = [...complaints, ...unread];
  if (complaint) throw new Complaint(complaint);
  if (state.scopes.length === 0) throw new Complaint(nothingIn(names));
  for (const note of notes) shell.tell(note);
  return state;
}

function nothingIn(names: readonly string[]): Message {
  return say`There is nothing about federation in ${codes(names)}.`;
}

interface Report {
  readonly differences: readonly Difference[];
  /** Whether all that is declared could be compared. */
  readonly isWhole: boolean;
  readonly lines: LineTable;
}

function report(path: string, { differences, isWhole, lines }: Report): string {
  if (differences.length === 0) {
    const none = isWhole
      ? say`No drift: everything is as ${code(path)} declares it.`
      : say`No drift in what was captured: that is as ${code(path)} declares it.`;
    return `${textOf(none)}\n`;
  }
  const rows = differences.map((difference) => {
    const { object, identity, setting = '', declared: wanted, live } = difference;
    const place = placeOf(difference, path, lines);
    const what = difference.is === 'granted' ? GRANTED : setting;
    return [object, identity, what, shown(wanted, difference), shown(live, difference), place].map((cell) =>
      visible(cell),
    );
  });
  const count = differences.length === 1 ? say`1 difference` : say`${differences.length} differences`;
  return `${table([HEAD, ...rows])}\n${textOf(count)}\n`;
}

const HEAD = ['object', 'identity', 'setting', 'declared', 'live', 'place'];
const GRANTED = 'granted to';

function shown(value: CommandValue | null | undefined, { is }: Difference): string {
  if (is === 'missing' || is === 'surplus') return value === true ? 'there' : 'not there';
  if (value === undefined) return 'not known';
  if (value === null || (Array.isArray(value) && value.length === 0)) return 'empty';
  return Array.isArray(value) ? value.join(', ') : String(value).replaceAll('\n', ' ');
}

function forPrograms(difference: Difference, lines: LineTable): Readonly<Record<string, unknown>> {
  const { is, object, identity, setting, declared: wanted, live } = difference;
  const isObject = is === 'missing' || is === 'surplus';
  return {
    is,
    object,
    identity,
    ...(setting !== undefined && { setting }),
    ...(!isObject && { declared: wanted ?? null, live: live ?? null }),
    line: lineOf(difference, lines),
  };
}

function placeOf(of: Pick<Difference, 'at'>, path: string, lines: LineTable): string {
  const line = lineOf(of, lines);
  return line === undefined ? path : `${path}:${line}`;
}

function lineOf({ at }: Pick<Difference, 'at'>, lines: LineTable): number | undefined {
  return at && lines.position(at.start).line + 1;
}
