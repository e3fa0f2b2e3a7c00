import { type Analysis, analyze } from '../../analyze.ts';
import { catalog } from '../../catalog/catalog.generated.ts';
import { type Capture, readCapture } from '../../plan/capture-file.ts';
import { declared } from '../../plan/declared.ts';
import { type Plan, plan as planOf } from '../../plan/plan.ts';
import { renderDns } from '../../plan/render-dns.ts';
import { renderJson } from '../../plan/render-json.ts';
import { renderRollback, renderScript } from '../../plan/render-ps1.ts';
import { renderText } from '../../plan/render-text.ts';
import type { Note } from '../../plan/step.ts';
import { type Origin, placeOf } from '../../plan/summary.ts';
import { code, codes, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import { type Command, type Given, valueGiven } from '../arguments.ts';
import { gatherCaptures } from '../captures.ts';
import { Complaint, EXIT, type ExitCode } from '../exit.ts';
import { gather, type Input } from '../files.ts';
import { internalErrors } from '../internal-errors.ts';
import { JUDGEMENT, judgement, judgementOf } from '../judgement.ts';
import { counts } from '../reports/counts.ts';
import type { Shell } from '../shell.ts';
import { writeNamed } from '../write.ts';

const { persona: _persona, product: _product, ...judging } = JUDGEMENT;

/** `plan`: the commands that make a spec true. */
export const plan: Command = {
  name: 'plan',
  takes: 'SPEC',
  summary: say`Show the commands that bring the servers to what a spec declares, in an order that is safe at every step.`,
  options: {
    live: { value: 'CAPTURE', about: say`only what differs from this capture of the servers; may be given again` },
    format: { value: 'FORMAT', about: say`text, ps1 (a script), json or dns (the records, for BIND) (text)` },
    rollback: { value: 'FILE', about: say`also write the script that takes the plan back` },
    check: { about: say`fail when there is something to change` },
    output: { value: 'FILE', about: say`write the plan to a file instead` },
    force: { about: say`plan also from a spec with errors` },
    ...judging,
  },
  examples: [
    { line: 'lync-federation plan contoso.lync.yaml', about: say`all of it, for servers nobody has looked at` },
    {
      line: 'lync-federation plan contoso.lync.yaml --live contoso.json --format ps1 --output change.ps1 --rollback back.ps1',
      about: say`only what differs, as a script, and the script that takes it back`,
    },
    {
      line: 'lync-federation plan contoso.lync.yaml --live contoso.json --check',
      about: say`in CI: is there a change?`,
    },
    { line: 'lync-federation plan contoso.lync.yaml --format dns', about: say`the DNS records` },
  ],

  async run(given, shell) {
    const format = formatGiven(given);
    judgement(given, shell);
    const input = await specNamed(given, shell);
    const analysis = analyze(input.text, await judgementOf(input, given, shell));
    const failures = internalErrors(analysis);
    for (const failure of failures) shell.complain(failure);
    if (!given.options.has('force')) refuseFaulty(input, analysis);

    const live = await captureGiven(given, shell);
    const wanted = declared(analysis.spec, catalog);
    const made = planOf(wanted, live?.state, catalog);
    const whole: Plan = { ...made, notes: [...wanted.leftOut, ...made.notes] };
    const { captured } = live ?? {};
    const compared = live !== undefined;
    const origin: Origin = { path: input.path, lines: analysis.lines, compared, ...(captured && { captured }) };
    const text = rendered(format, { made: whole, analysis, origin });
    const rollback = valueGiven(given, 'rollback');
    if (rollback !== undefined) await writeNamed(rollback, renderRollback(whole, origin), shell);
    const output = valueGiven(given, 'output');
    if (output === undefined) shell.print(text);
    else await writeNamed(output, text, shell);
    for (const note of live?.notes ?? []) shell.tell(note);
    if (failures.length > 0) return EXIT.failure;
    return verdict(given, whole);
  },
};

const FORMATS = ['text', 'ps1', 'json', 'dns'] as const;
type Format = (typeof FORMATS)[number];

function formatGiven(given: Given): Format {
  const name = valueGiven(given, 'format') ?? 'text';
  const format = FORMATS.find((known) => known === name);
  if (format !== undefined) return format;
  const meant = nearest(name, FORMATS);
  if (meant !== undefined) throw new Complaint(say`Unknown format ${code(name)}. Did you mean ${code(meant)}?`);
  throw new Complaint(say`Unknown format ${code(name)}: take one of ${codes(FORMATS)}.`);
}

async function specNamed({ words }: Given, shell: Shell): Promise<Input> {
  const [word, ...more] = words;
  if (word === undefined || more.length > 0)
    throw new Complaint(say`Name one spec, such as ${code('lync-federation plan contoso.lync.yaml')}.`);
  const { inputs, complaints } = await gather([word], shell);
  const [input, ...others] = inputs;
  const [complaint] = complaints;
  if (complaint !== undefined) throw new Complaint(complaint);
  if (input === undefined || others.length > 0)
    throw new Complaint(say`${code(word)} holds several specs; name one of them.`);
  return input;
}

/** What is wrong in a spec would be wrong on the servers. */
function refuseFaulty({ path }: Input, { problems }: Analysis): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new Complaint(
    say`${code(path)} has ${counts(errors)}: ${code(`lync-federation check ${path}`)} shows them. ${code('--force')} plans all the same.`,
  );
}

async function captureGiven(given: Given, shell: Shell): Promise<Capture | undefined> {
  const words = given.options.get('live');
  if (words === undefined) return undefined;
  const { files, complaints } = await gatherCaptures(words, shell);
  const capture = readCapture(files);
  const [complaint] = [...complaints, ...capture.complaints];
  if (complaint !== undefined) throw new Complaint(complaint);
  return capture;
}

interface Made {
  readonly made: Plan;
  readonly analysis: Analysis;
  readonly origin: Origin;
}

function rendered(format: Format, { made, analysis, origin }: Made): string {
  if (format === 'dns') {
    const zone = renderDns(analysis.spec, origin);
    refuse(zone.refusals, origin);
    return zone.text;
  }
  refuse(made.refusals, origin);
  if (format === 'json') return renderJson(made, origin);
  return format === 'ps1' ? renderScript(made, origin) : renderText(made, origin);
}

/** Half a plan is worse than none. */
function refuse(refusals: readonly Note[], origin: Origin): void {
  const [first] = refusals;
  if (first !== undefined) throw new Complaint(say`${placeOf(first.at, origin)}: ${first.message}`);
}

function verdict(given: Given, { steps, byHand }: Plan): ExitCode {
  return given.options.has('check') && steps.length + byHand.length > 0 ? EXIT.findings : EXIT.clean;
}
