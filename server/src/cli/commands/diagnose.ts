import { type Analysis, analyze } from '../../analyze.ts';
import { type Diagnosis, diagnosisOf, lastDay } from '../../diagnose/diagnosis.ts';
import { diagnosisCard } from '../../diagnose/diagnosis-card.ts';
import { diagnosisData } from '../../diagnose/diagnosis-data.ts';
import { FailureCount } from '../../diagnose/failures.ts';
import { hostIn } from '../../diagnose/names.ts';
import { sidesOf } from '../../diagnose/sides.ts';
import type { ReadTrace } from '../../machine/trace-file.ts';
import { placesIn } from '../../spec/placed.ts';
import { readSpec } from '../../spec/read.ts';
import { code, say, textOf } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import type { Given, Usage } from '../command.ts';
import { diagnosisSarif } from '../diagnosis-sarif.ts';
import { Complaint, EXIT } from '../exit.ts';
import { needed } from '../failures.ts';
import type { Input } from '../files.ts';
import { AS_OF, judgementOf } from '../judgement.ts';
import { oneSpec } from '../one-spec.ts';
import { flag, single, text, usually } from '../option.ts';
import { forPrograms, outcome } from '../output.ts';
import { plain } from '../plain.ts';
import { whereabouts } from '../reports/places.ts';
import type { Shell } from '../shell.ts';
import { readTrace } from '../traces.ts';

const SPEC = text({
  name: 'spec',
  value: 'SPEC',
  about: say`the spec in which to look for what is behind the failures`,
});
const PARTNER = single(
  { name: 'partner', value: 'DOMAIN', about: say`answer for this partner only; a test that names none is one of it` },
  domainNamed,
);
const SHOW_USERS = flag('show-users', say`show the addresses of senders and receivers, too`);
const FORMAT = usually({
  name: 'format',
  value: 'FORMAT',
  about: say`the form of the answer; SARIF has the entries of the spec`,
  oneOf: ['text', 'json', 'sarif'],
  usual: 'text',
});

/** `diagnose`: what failed in traces, on which side, and what in a spec can be behind it. */
export const diagnose: Usage = {
  takes: {
    shown: 'FILE ...',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    remedy: say`Name the traces, such as ${code('lync-federation diagnose edge.log --spec contoso.lync.yaml')}.`,
  },
  options: [SPEC, PARTNER, { ...AS_OF, usual: say`the last day in the traces` }, SHOW_USERS, FORMAT],
  examples: [
    {
      line: 'lync-federation diagnose edge.log --spec contoso.lync.yaml',
      about: say`a trace of an Edge, and the entries that can be behind what failed`,
    },
    {
      line: 'lync-federation diagnose Lync-UccApi-0.UccApilog events.txt --spec contoso.lync.yaml --partner fabrikam.com',
      about: say`the log of a client and copied events, for one partner`,
    },
    { line: 'lync-federation diagnose - < test.txt', about: say`what a cmdlet has printed, without a spec` },
  ],

  async run(given, shell) {
    const file = given.of(SPEC);
    const spec = file === undefined ? undefined : await oneSpec(file, shell);
    const sides = sidesOf(spec && needed(spec.path, 'yaml', () => readSpec(spec.text)).spec);
    const count = new FailureCount(sides);
    const read = [];
    for (const word of given.words) read.push(await readTrace(word, count, shell));
    const traces = read.flatMap((one) => ('template' in one ? [] : [one]));
    const complaints = read.flatMap((one) => ('template' in one ? [one] : []));
    const analysis = spec && (await judged(spec, { given, shell, day: lastDay(count.all()) }));
    const diagnosis = diagnosisOf(count, { sides, analysis, partner: given.of(PARTNER) });
    if (traces.length > 0) shell.print(REPORTS[given.of(FORMAT)]({ diagnosis, traces, spec, analysis, given, shell }));
    const forged = traces.reduce((sum, one) => sum + one.forged, 0);
    if (forged > 0) shell.tell(say`Left out: ${forged} records that stand in the body of a message.`);
    return outcome(complaints, shell, diagnosis.answers.length > 0 ? EXIT.findings : EXIT.clean);
  },
};

interface Report {
  readonly diagnosis: Diagnosis;
  readonly traces: readonly ReadTrace[];
  readonly spec: Input | undefined;
  readonly analysis: Analysis | undefined;
  readonly given: Given;
  readonly shell: Shell;
}

const REPORTS = {
  text: inText,
  json: ({ diagnosis, traces, spec, analysis, given, shell }: Report) => {
    const { bundle } = shell.programs;
    return forPrograms(
      diagnosisData(diagnosis, {
        traces,
        spec: spec?.path,
        analysis,
        placing: spec && { path: spec.path, placeOf: placesIn(spec.path, spec.text) },
        showUsers: given.of(SHOW_USERS),
        bundle,
      }),
    );
  },
  sarif: ({ diagnosis, spec, analysis, shell }: Report) => diagnosisSarif(diagnosis, { spec, analysis, shell }),
};

function inText({ diagnosis, traces, spec, analysis, given, shell }: Report): string {
  const read = traces.map(({ path, lines, formats }) => say`${code(path)}: ${lines} lines, ${formats.join(', ')}`);
  for (const one of read) shell.tell(one);
  if (analysis && spec) shell.tell(say`${code(spec.path)} is judged as of ${analysis.asOf}.`);
  if (diagnosis.answers.length === 0)
    return plain(textOf(say`No failure that is known.`, shell.people.bundle), shell.colours);
  const placeOf = spec && placesIn(spec.path, spec.text);
  const places = {
    inSpec: (at: Range) => code(placeOf ? whereabouts(placeOf(at)) : ''),
    inTrace: ({ file, line }: { readonly file: string; readonly line: number }) => code(`${file}:${line}`),
  };
  const how = { env: shell.people, places, hasSpec: spec !== undefined, showUsers: given.of(SHOW_USERS) };
  return plain(diagnosisCard(diagnosis, how), shell.colours);
}

interface Around {
  readonly given: Given;
  readonly shell: Shell;
  /** The last day in the traces. */
  readonly day: string | undefined;
}

/** All that is wrong with a spec on the day, also what only some readers want to hear and what comments keep back. */
async function judged(spec: Input, { given, shell, day }: Around): Promise<Analysis> {
  const options = await judgementOf(spec, given, shell);
  const asOf = given.of(AS_OF) ?? spec.project.asOf ?? day ?? shell.today;
  return needed(spec.path, 'diagnose', () =>
    analyze(spec.text, { ...options, asOf, persona: 'auditor', noIgnores: true }),
  );
}

function domainNamed(typed: string): string {
  const domain = hostIn(typed);
  if (domain !== undefined) return domain;
  throw new Complaint(say`${code('--partner')} takes a domain, such as ${code('fabrikam.com')}, not ${code(typed)}.`);
}
