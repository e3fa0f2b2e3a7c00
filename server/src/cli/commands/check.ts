import { analyze } from '../../analyze.ts';
import { code, codes, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import { type Command, type Given, valueGiven } from '../arguments.ts';
import { BASELINE, type Baseline, type Entry, goneFrom, readBaseline, withoutKnown } from '../baseline.ts';
import { Complaint, EXIT, type ExitCode } from '../exit.ts';
import { gather } from '../files.ts';
import { internalErrors } from '../internal-errors.ts';
import { dateGiven, JUDGEMENT, judgement, judgementOf } from '../judgement.ts';
import { githubReport } from '../reports/github.ts';
import { gitlabReport } from '../reports/gitlab.ts';
import { jsonReport } from '../reports/json.ts';
import { junitReport } from '../reports/junit.ts';
import { rdjsonReport } from '../reports/rdjson.ts';
import type { Report } from '../reports/report.ts';
import { type Checked, reported } from '../reports/reported.ts';
import { sarifReport } from '../reports/sarif.ts';
import { textReport } from '../reports/text.ts';
import type { Shell } from '../shell.ts';

/** `check`: what is wrong in the specs. */
export const check: Command = {
  name: 'check',
  takes: '[FILE|DIR|GLOB ...]',
  summary: say`Check federation specs and scripts: files, folders that are searched for specs, or - for standard input.`,
  options: {
    ...JUDGEMENT,
    format: { value: 'FORMAT', about: say`text, json, sarif, github, junit, gitlab or rdjson (text)` },
    baseline: { value: 'FILE', about: say`report only what this file of ${code('baseline update')} does not know` },
    'no-ignores': { about: say`report also what comments suppress, and nothing about these comments` },
    'max-warnings': { value: 'N', about: say`fail when there are more warnings than this` },
  },
  examples: [
    { line: 'lync-federation check', about: say`all specs below this folder` },
    {
      line: 'lync-federation check contoso.lync.yaml --as-of 2014-07-01',
      about: say`one spec, as it will be judged on that day`,
    },
    { line: 'lync-federation check setup.ps1 --product lync-2013', about: say`a script of the Management Shell` },
    { line: `lync-federation check --baseline ${BASELINE}`, about: say`only what has come since baseline update` },
    { line: 'lync-federation check --format sarif > report.sarif', about: say`a report for code scanning` },
    {
      line: 'lync-federation check --rule licence-not-sold=off --max-warnings 0',
      about: say`without one rule, and strictly`,
    },
  ],

  async run(given, shell) {
    const { asOf } = judgement(given, shell);
    const report = reportGiven(given);
    const most = maxWarnings(given);
    const noIgnores = given.options.has('no-ignores');
    const baseline = await baselineGiven(given, shell);
    const { inputs, complaints } = await gather(given.words.length > 0 ? given.words : ['.'], shell, {
      projects: true,
    });
    const files: Checked[] = [];
    for (const input of inputs) {
      const options = await judgementOf(input, given, shell);
      const analysis = analyze(input.text, { ...options, noIgnores });
      const checked = { path: input.path, file: input.file, analysis };
      files.push(baseline ? withoutKnown(checked, baseline) : checked);
    }
    const failed = [...complaints, ...files.flatMap(({ analysis }) => internalErrors(analysis))];
    const { version, colours } = shell;
    shell.print(report(files.map(reported), { asOf, asked: dateGiven(given), version, colours, complaints: failed }));
    if (baseline) tellGone(await goneFrom(baseline, files), given, shell);
    for (const complaint of failed) shell.complain(complaint);
    return failed.length > 0 ? EXIT.failure : verdict(files, most);
  },
};

const REPORTS: Readonly<Record<string, Report>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  junit: junitReport,
  gitlab: gitlabReport,
  rdjson: rdjsonReport,
};

function reportGiven(given: Given): Report {
  const format = valueGiven(given, 'format') ?? 'text';
  const known = Object.keys(REPORTS);
  const report = Object.hasOwn(REPORTS, format) ? REPORTS[format] : undefined;
  if (report !== undefined) return report;
  const meant = nearest(format, known);
  if (meant !== undefined) throw new Complaint(say`Unknown format ${code(format)}. Did you mean ${code(meant)}?`);
  throw new Complaint(say`Unknown format ${code(format)}: take one of ${codes(known, known.length)}.`);
}

async function baselineGiven(given: Given, { cwd }: Shell): Promise<Baseline | undefined> {
  const path = valueGiven(given, 'baseline');
  if (path === undefined) return undefined;
  const baseline = await readBaseline(path, cwd);
  if (baseline !== undefined) return baseline;
  throw new Complaint(say`There is no baseline ${code(path)}; ${code(updateOf(given))} writes one.`);
}

function tellGone(gone: readonly Entry[], given: Given, shell: Shell): void {
  const update = code(updateOf(given));
  if (gone.length === 1) shell.tell(say`1 entry of the baseline no longer occurs; ${update} removes it.`);
  if (gone.length > 1) shell.tell(say`${gone.length} entries of the baseline no longer occur; ${update} removes them.`);
}

/** The command that brings the baseline up to date for the same files, judged in the same way. */
function updateOf({ words, options }: Given): string {
  const same = ['baseline', ...Object.keys(JUDGEMENT)].flatMap((name) =>
    (options.get(name) ?? []).flatMap((value) => (value === BASELINE ? [] : [`--${name}`, value])),
  );
  const parts = [...words, ...same].map((part) => (/\s/.test(part) ? JSON.stringify(part) : part));
  return ['lync-federation', 'baseline', 'update', ...parts].join(' ');
}

function maxWarnings(given: Given): number {
  const text = valueGiven(given, 'max-warnings');
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+$/.test(text)) return Number(text);
  throw new Complaint(say`${code('--max-warnings')} takes a whole number, not ${code(text)}.`);
}

function verdict(files: readonly Checked[], mostWarnings: number): ExitCode {
  const problems = files.flatMap(({ analysis }) => analysis.problems);
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  return problems.some(({ severity }) => severity === 'error') || warnings > mostWarnings ? EXIT.findings : EXIT.clean;
}
