import { analyze } from '../../analyze.ts';
import { idsOf } from '../../catalog/ids.ts';
import { code, say } from '../../text/message.ts';
import { BASELINE, baselineNamed, besides, goneFrom, type KnownProblem, withoutKnown } from '../baseline.ts';
import { byFile } from '../by-file.ts';
import { bySource } from '../by-source.ts';
import type { Given, Usage } from '../command.ts';
import { eachSpec } from '../each-spec.ts';
import { Complaint, EXIT, type ExitCode } from '../exit.ts';
import { failuresIn } from '../failures.ts';
import { INTERNAL } from '../inner-zone.ts';
import { AS_OF, JUDGEMENT, PRODUCT } from '../judgement.ts';
import { flag, single, text, usually } from '../option.ts';
import { outcome } from '../output.ts';
import type { Report } from '../reports/report.ts';
import { type ReportedFile, reported, toldOnce } from '../reports/reported.ts';
import type { Shell } from '../shell.ts';

interface Format {
  /** Loads what writes it. */
  readonly load: () => Promise<Report>;
  /** Whether it shows what repairs change. */
  readonly withEdits?: boolean;
}

const REPORTS = {
  text: { load: async () => (await import('../reports/text.ts')).textReport },
  json: { load: async () => (await import('../reports/json.ts')).jsonReport, withEdits: true },
  sarif: { load: async () => (await import('../reports/sarif.ts')).sarifReport, withEdits: true },
  github: { load: async () => (await import('../reports/github.ts')).githubReport },
  junit: { load: async () => (await import('../reports/junit.ts')).junitReport },
  gitlab: { load: async () => (await import('../reports/gitlab.ts')).gitlabReport },
  rdjson: { load: async () => (await import('../reports/rdjson.ts')).rdjsonReport, withEdits: true },
  markdown: { load: async () => (await import('../reports/markdown.ts')).markdownReport },
} as const satisfies Readonly<Record<string, Format>>;

const FORMAT = usually({
  name: 'format',
  value: 'FORMAT',
  about: say`the form of the report`,
  oneOf: idsOf(REPORTS),
  usual: 'text',
});
const KNOWN = text({
  name: 'baseline',
  value: 'FILE',
  about: say`report only what this file of ${code('baseline update')} does not know`,
});
const CATEGORY = single(
  {
    name: 'category',
    value: 'NAME',
    about: say`what a SARIF report is filed under, where several of them are uploaded`,
    usual: 'lync-federation',
  },
  categoryName,
);
const NO_IGNORES = flag('no-ignores', say`report also what comments suppress, and nothing about these comments`);
const MAX_WARNINGS = single(
  { name: 'max-warnings', value: 'N', about: say`fail when there are more warnings than this` },
  wholeNumber,
);

/** `check`: what is wrong in the specs. */
export const check: Usage = {
  takes: {
    shown: '[FILE|DIR|GLOB ...]',
    least: 0,
    most: Number.POSITIVE_INFINITY,
    remedy: say`Name the files, such as ${code('lync-federation check contoso.lync.yaml')}.`,
  },
  options: [...JUDGEMENT, INTERNAL, FORMAT, CATEGORY, KNOWN, NO_IGNORES, MAX_WARNINGS],
  examples: [
    { line: 'lync-federation check', about: say`all specs below this folder` },
    {
      line: 'lync-federation check contoso.lync.yaml --as-of 2014-07-01',
      about: say`one spec, as it will be judged on that day`,
    },
    {
      line: 'lync-federation check topology.tbxml zone.txt',
      about: say`what is there, without a spec: several files are one deployment`,
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
    const noIgnores = given.of(NO_IGNORES);
    const baseline = await baselineNamed(given.of(KNOWN), updateOf(given), shell);
    const inner = given.of(INTERNAL);
    const words = given.words.length + inner.length > 0 ? given.words : ['.'];
    const captures = { product: given.of(PRODUCT), inner };
    const about = { given, shell, check: 'check', projects: true, captures } as const;
    const format = given.of(FORMAT);
    const { load, withEdits = false }: Format = REPORTS[format];
    const speech = format === 'text' || format === 'markdown' ? shell.people : shell.programs;
    // Repairs are tried on versions of the text.
    const once = withEdits ? {} : ({ once: true } as const);
    const { made, unread, unjudged, failed } = await eachSpec(words, about, ({ input, options }) => {
      const besideKnown = baseline && besides(baseline, input);
      const analysis = analyze(input.text, { ...options, noIgnores, ...once, ...besideKnown });
      const checked = { ...input, analysis };
      const files = input.imported ? bySource(checked, input.imported) : byFile(checked);
      const left = baseline ? files.map((one) => withoutKnown(one, baseline)) : files;
      return {
        seen: left.map((one) => reported(one, { withEdits, ...speech })),
        known: baseline ? left : [],
      };
    });
    const files = toldOnce(made.flatMap(({ seen }) => seen));
    const { version, colours } = shell;
    const asked = given.of(AS_OF);
    const env = {
      asOf: asked ?? shell.today,
      asked,
      version,
      colours,
      speech,
      complaints: [...unread, ...unjudged, ...failed],
      category: given.of(CATEGORY) ?? 'lync-federation',
      env: shell.env,
    };
    const report = await load();
    shell.print(report(files, env));
    const known = made.flatMap((one) => one.known);
    if (baseline) tellGone(await goneFrom(baseline, known), given, shell);
    const told = files.flatMap(({ path, failures }) => failuresIn(path, failures));
    for (const why of unjudged) shell.complain(why);
    const found = verdict(files, given.of(MAX_WARNINGS) ?? Number.POSITIVE_INFINITY);
    return outcome([...unread, ...failed, ...told], shell, unjudged.length > 0 ? EXIT.findings : found);
  },
};

function tellGone(gone: readonly KnownProblem[], given: Given, shell: Shell): void {
  const update = code(updateOf(given));
  if (gone.length === 1) shell.tell(say`1 entry of the baseline no longer occurs; ${update} removes it.`);
  if (gone.length > 1) shell.tell(say`${gone.length} entries of the baseline no longer occur; ${update} removes them.`);
}

/** The command that brings the baseline up to date for the same files, judged in the same way. */
function updateOf({ words, typed }: Given): string {
  const same = [KNOWN, INTERNAL, ...JUDGEMENT].flatMap((option) =>
    typed(option).flatMap((value) => (value === BASELINE ? [] : [`--${option.name}`, value])),
  );
  const parts = [...words, ...same].map((part) => (/\s/.test(part) ? JSON.stringify(part) : part));
  return ['lync-federation', 'baseline', 'update', ...parts].join(' ');
}

/** A slash at the end would part it from the name of a run. */
function categoryName(typed: string): string {
  const name = typed.replace(/\/+$/, '');
  if (name !== '') return name;
  throw new Complaint(say`${code('--category')} takes a name, such as ${code('lync-federation')}.`);
}

function wholeNumber(typed: string): number {
  if (/^\d+$/.test(typed)) return Number(typed);
  throw new Complaint(say`${code('--max-warnings')} takes a whole number, not ${code(typed)}.`);
}

function verdict(files: readonly ReportedFile[], mostWarnings: number): ExitCode {
  const problems = files.flatMap((file) => file.problems);
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  return problems.some(({ severity }) => severity === 'error') || warnings > mostWarnings ? EXIT.findings : EXIT.clean;
}
