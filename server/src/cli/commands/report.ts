import { analyze } from '../../analyze.ts';
import { timeline } from '../../features/timeline.ts';
import { withSecondOpinion } from '../../grammar/node.ts';
import { code, say } from '../../text/message.ts';
import { BASELINE, baselineNamed, besides, withoutKnown } from '../baseline.ts';
import { byFile } from '../by-file.ts';
import { captureNamed, LIVE } from '../captures.ts';
import type { Usage } from '../command.ts';
import { EXIT } from '../exit.ts';
import { failuresIn, needed } from '../failures.ts';
import { AS_OF, judgementOf, PERSONA, RULE } from '../judgement.ts';
import { oneSpec } from '../one-spec.ts';
import { text, usually } from '../option.ts';
import { deliver, FORCE, OUTPUT } from '../output.ts';

const FORMAT = usually({
  name: 'format',
  value: 'FORMAT',
  about: say`a page in one file, for the screen and for paper, or Markdown`,
  oneOf: ['html', 'md'],
  usual: 'html',
});
const KNOWN = text({
  name: 'baseline',
  value: 'FILE',
  about: say`tell what this file of ${code('baseline update')} knows as accepted`,
});

const UPDATE = 'lync-federation baseline update';

/** `report`: a spec for those who decide on it, and for those who look at it later. */
export const report: Usage = {
  takes: {
    shown: 'SPEC',
    least: 1,
    most: 1,
    remedy: say`Name one spec, such as ${code('lync-federation report contoso.lync.yaml')}.`,
  },
  options: [
    FORMAT,
    { ...LIVE, about: say`tell also what differs from this capture of the servers; may be given again` },
    KNOWN,
    OUTPUT,
    FORCE,
    { ...AS_OF, about: say`the day to report on, YYYY-MM-DD` },
    PERSONA,
    RULE,
  ],
  examples: [
    {
      line: 'lync-federation report contoso.lync.yaml --live contoso.json --output contoso.html',
      about: say`for the change board: what is declared, what is wrong, what differs, what will be done, and the way back`,
    },
    {
      line: 'lync-federation report contoso.lync.yaml --as-of 2014-06-30 --persona auditor --output contoso.html',
      about: say`for the auditor: how it was on a day, with all there is to know`,
    },
    { line: `lync-federation report contoso.lync.yaml --format md --baseline ${BASELINE}`, about: say`for a wiki` },
  ],

  async run(given, shell) {
    const [word = ''] = given.words;
    const input = await oneSpec(word, shell);
    const { path } = input;
    const baseline = await baselineNamed(given.of(KNOWN), UPDATE, shell);
    const names = given.of(LIVE);
    const capture = names.length > 0 ? await captureNamed(names, shell) : undefined;
    const day = given.of(AS_OF);
    const options = {
      ...(await judgementOf(input, given, shell)),
      ...(day !== undefined && { judgedAs: day }),
    };
    const known = baseline && besides(baseline, input);
    const whole = await withSecondOpinion((readScript) => analyze(input.text, { ...options, ...known, readScript }));
    const failures = failuresIn(path, whole.failures);
    for (const failure of failures) shell.complain(failure);
    // Of a spec that was not read there is nothing to report.
    if (whole.failures.some(({ check }) => check === 'yaml')) return EXIT.failure;
    const files = baseline ? byFile({ ...input, analysis: whole }).map((one) => withoutKnown(one, baseline)) : [];
    const baselined = files.flatMap((one) => one.baselined ?? []);
    const analysis = baseline ? { ...whole, problems: files.flatMap((one) => one.analysis.problems) } : whole;
    const { reportOf } = await import('../../report/report-of.ts');
    const write = await WRITERS[given.of(FORMAT)]();
    const made = needed(path, 'report', () => {
      const from = {
        path,
        live: capture && { path: names.join(', '), capture },
        known: baseline && { path: given.of(KNOWN) ?? '', problems: baselined },
        turns: [...timeline(analysis, options)],
        today: shell.today,
        ...shell.people,
      };
      return { text: write(reportOf(analysis, from)) };
    });
    await deliver(made.text, { given, isForced: given.of(FORCE) }, shell);
    return failures.length > 0 ? EXIT.failure : EXIT.clean;
  },
};

/** What writes a report; the page carries a picture, and Markdown words. */
const WRITERS = {
  html: async () => (await import('../../report/html.ts')).htmlReport,
  md: async () => (await import('../../report/markdown.ts')).markdownReport,
} as const;
