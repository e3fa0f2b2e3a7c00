import { resolve } from 'node:path';
import { type Analysis, analyze } from '../../analyze.ts';
import { counts } from '../../features/counts.ts';
import { type Planned, planned } from '../../features/planned.ts';
import { withSecondOpinion } from '../../grammar/node.ts';
import type { Declared } from '../../plan/declared.ts';
import type { Plan } from '../../plan/plan.ts';
import { renderDns } from '../../plan/render-dns.ts';
import { renderJson } from '../../plan/render-json.ts';
import { renderRollback, renderScript } from '../../plan/render-ps1.ts';
import { renderDsc, renderGraph } from '../../plan/render-tenant.ts';
import { renderText } from '../../plan/render-text.ts';
import type { Note } from '../../plan/step.ts';
import { fileAndLine, type Origin } from '../../plan/summary.ts';
import type { Spec } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { captureNamed, LIVE } from '../captures.ts';
import type { Given, Usage } from '../command.ts';
import { Complaint, EXIT, type ExitCode } from '../exit.ts';
import { failuresIn, needed } from '../failures.ts';
import type { Input } from '../files.ts';
import { AS_OF, judgementOf, RULE } from '../judgement.ts';
import { oneSpec } from '../one-spec.ts';
import { flag, text, usually } from '../option.ts';
import { deliver, OUTPUT } from '../output.ts';
import { byMark, paints } from '../paint.ts';
import type { Shell } from '../shell.ts';
import { refuseLoss, writeKept } from '../write.ts';

const FORMATS = ['text', 'ps1', 'json', 'dns', 'dsc', 'graph'] as const;
/** What programs take apart; a script is read by who runs it. */
const PROGRAMS: ReadonlySet<(typeof FORMATS)[number]> = new Set(['json', 'graph']);
const FORMAT = usually({
  name: 'format',
  value: 'FORMAT',
  about: say`the plan for people, as a script, for programs, its DNS records for BIND, or its tenant for a drift monitor: Microsoft365DSC, Microsoft Graph`,
  oneOf: FORMATS,
  usual: 'text',
});
const ROLLBACK = text({ name: 'rollback', value: 'FILE', about: say`also write the script that takes the plan back` });
const CHECK = flag('check', say`fail when there is something to change`);
const FORCE = flag('force', say`plan also from a spec with errors, and write over a file that holds something else`);

/** `plan`: the commands that make a spec true. */
export const plan: Usage = {
  takes: {
    shown: 'SPEC',
    least: 1,
    most: 1,
    remedy: say`Name one spec, such as ${code('lync-federation plan contoso.lync.yaml')}.`,
  },
  options: [
    { ...LIVE, about: say`only what differs from this capture of the servers; may be given again` },
    FORMAT,
    ROLLBACK,
    CHECK,
    OUTPUT,
    FORCE,
    AS_OF,
    RULE,
  ],
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
    {
      line: 'lync-federation plan contoso.lync.yaml --format graph --output monitor.json',
      about: say`the tenant, as what a monitor of Microsoft Graph watches`,
    },
  ],

  async run(given, shell) {
    const [word = ''] = given.words;
    refuseSame(given, shell);
    const input = await oneSpec(word, shell);
    const options = await judgementOf(input, given, shell);
    const analysis = await withSecondOpinion((readScript) => analyze(input.text, { ...options, readScript }));
    const failures = failuresIn(input.path, analysis.failures);
    for (const failure of failures) shell.complain(failure);
    // Of a spec that was not read there is nothing to plan.
    if (analysis.failures.some(({ check }) => check === 'yaml')) return EXIT.failure;
    if (!given.of(FORCE)) refuseFaulty(input, analysis);

    const names = given.of(LIVE);
    const live = names.length > 0 ? await captureNamed(names, shell) : undefined;
    const format = given.of(FORMAT);
    const { bundle } = PROGRAMS.has(format) ? shell.programs : shell.people;
    const made = needed(input.path, 'plan', () => planned(analysis, { path: input.path, live, bundle }));
    const { whole, origin } = made;
    const shown = rendered(format, { ...made, analysis });
    const rollback = given.of(ROLLBACK);
    const isForced = given.of(FORCE);
    if (rollback !== undefined) {
      const output = given.of(OUTPUT);
      if (output !== undefined) await refuseLoss(output, shown.text, { shell, isForced });
      await writeKept(rollback, renderRollback(whole, { ...origin, bundle: shell.people.bundle }), { shell, isForced });
    }
    const isSeen = given.of(FORMAT) === 'text' && given.of(OUTPUT) === undefined;
    const text = isSeen ? byMark(shown.text, paints(shell.colours)) : shown.text;
    await deliver(text, { given, isForced }, shell);
    for (const { message, at } of shown.notes ?? []) shell.tell(say`${fileAndLine(at, origin)}: ${message}`);
    for (const note of live?.notes ?? []) shell.tell(note);
    if (failures.length > 0) return EXIT.failure;
    return verdict(given, whole);
  },
};

/** Of a plan and the way back written to one file, only one would be left. */
function refuseSame(given: Given, { cwd }: Shell): void {
  const [output, rollback] = [given.of(OUTPUT), given.of(ROLLBACK)];
  if (output !== undefined && rollback !== undefined && resolve(cwd, output) === resolve(cwd, rollback))
    throw new Complaint(say`${code('--output')} and ${code('--rollback')} are the same file: name two.`);
}

/** What is wrong in a spec would be wrong on the servers. */
function refuseFaulty({ path }: Input, { problems }: Analysis): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new Complaint(
    say`${code(path)} has ${counts(errors)}: ${code(`lync-federation check ${path}`)} shows them. ${code('--force')} plans all the same.`,
  );
}

interface Made extends Planned {
  readonly analysis: Analysis;
}

interface Shown {
  readonly text: string;
  readonly notes?: readonly Note[];
}

function rendered(format: (typeof FORMATS)[number], { whole, wanted, analysis: { spec }, origin }: Made): Shown {
  const apart = APART[format]?.({ wanted, spec, origin });
  refuse((apart ?? whole).refusals, origin);
  if (apart) return apart;
  if (format === 'json') return { text: renderJson(whole, origin) };
  return { text: format === 'ps1' ? renderScript(whole, origin) : renderText(whole, origin) };
}

interface Part {
  readonly wanted: Declared;
  readonly spec: Spec;
  readonly origin: Origin;
}

/** Formats that hold a part of the spec, whatever there is to do. */
const APART: Partial<Record<(typeof FORMATS)[number], (part: Part) => Shown & { readonly refusals: readonly Note[] }>> =
  {
    dns: ({ spec, origin }) => renderDns(spec, origin),
    dsc: renderDsc,
    graph: renderGraph,
  };

/** Half a plan is worse than none. */
function refuse(refusals: readonly Note[], origin: Origin): void {
  const [first] = refusals;
  if (first !== undefined) throw new Complaint(say`${fileAndLine(first.at, origin)}: ${first.message}`);
}

function verdict(given: Given, { steps, byHand }: Plan): ExitCode {
  return given.of(CHECK) && steps.length + byHand.length > 0 ? EXIT.findings : EXIT.clean;
}
