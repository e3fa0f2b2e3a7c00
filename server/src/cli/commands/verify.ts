import { analyze } from '../../analyze.ts';
import { catalog } from '../../catalog/catalog.generated.ts';
import { withSecondOpinion } from '../../grammar/node.ts';
import { code, say } from '../../text/message.ts';
import type { Usage } from '../command.ts';
import { Complaint, EXIT } from '../exit.ts';
import { needed } from '../failures.ts';
import { AS_OF, judgementOf, RULE } from '../judgement.ts';
import { oneSpec } from '../one-spec.ts';
import { flag, text, usually } from '../option.ts';
import { FORCE } from '../output.ts';
import { ASKING, errandOf, worldOf } from '../verify/asking.ts';
import { recordingIn } from '../verify/recorded.ts';
import { VERIFY_REPORTS } from '../verify/reports.ts';
import { takeOver } from '../verify/take-over.ts';
import { writeKept } from '../write.ts';

const FORMAT = usually({
  name: 'format',
  value: 'FORMAT',
  about: say`the form of the report`,
  oneOf: ['text', 'json', 'sarif'],
  usual: 'text',
});
const STEPS = flag('steps', say`show each step of each check`);
const RECORD = text({ name: 'record', value: 'FILE', about: say`keep all that was answered, to judge it again` });
const REPLAY = text({ name: 'replay', value: 'FILE', about: say`judge what was answered then, and ask nobody` });
const TAKE_OVER = flag('take-over', say`write into the spec what was seen where it says otherwise`);
const TAKE_OVER_AT = text({
  name: 'take-over-at',
  value: 'LINE:COLUMN',
  about: say`the same, but only where the report points to this place`,
});

/** `verify`: whether the world is as a spec says. */
export const verify: Usage = {
  takes: {
    shown: 'SPEC',
    least: 1,
    most: 1,
    remedy: say`Name one spec, such as ${code('lync-federation verify contoso.lync.yaml')}.`,
  },
  options: [
    ...ASKING,
    RECORD,
    FORCE,
    REPLAY,
    {
      ...AS_OF,
      about: say`judge certificates and rules as of this day, YYYY-MM-DD`,
      usual: say`the day on which was asked`,
    },
    RULE,
    FORMAT,
    STEPS,
    TAKE_OVER,
    TAKE_OVER_AT,
  ],
  examples: [
    { line: 'lync-federation verify contoso.lync.yaml', about: say`by the name servers of this computer` },
    {
      line: 'lync-federation verify contoso.lync.yaml --resolver 192.0.2.53 --internal-resolver 10.0.0.53',
      about: say`both zones of a split-brain DNS, by name servers of each`,
    },
    {
      line: 'lync-federation verify contoso.lync.yaml --client-certificate edge.pem --client-key edge.key --sip',
      about: say`as a partner would come, and with a word of SIP`,
    },
    { line: 'lync-federation verify contoso.lync.yaml --record seen.json', about: say`keep what was answered` },
    {
      line: 'lync-federation verify contoso.lync.yaml --replay seen.json --format sarif',
      about: say`judge it where nobody can be asked, such as in CI`,
    },
  ],

  async run(given, shell) {
    const [word = ''] = given.words;
    const [record, replay] = [given.of(RECORD), given.of(REPLAY)];
    if (record !== undefined && replay !== undefined)
      throw new Complaint(
        say`${code('--record')} keeps what is asked, and ${code('--replay')} asks nothing: take one of them.`,
      );
    const input = await oneSpec(word, shell);
    const options = await judgementOf(input, given, shell);
    const analysis = await withSecondOpinion((readScript) =>
      needed(input.path, 'verify', () => analyze(input.text, { ...options, readScript })),
    );
    const { loadCertificates } = await import('../../machine/certificates.ts');
    const { judgeWorld } = await import('../../verify/verdict.ts');
    const asked = given.of(AS_OF);
    const groundsOn = (day: string) => ({ catalog, asOf: asked ?? day });
    const recording =
      replay === undefined
        ? await (await worldOf(given, shell, analysis.spec)).ask(await errandOf(given), groundsOn(shell.today))
        : await recordingIn(replay, shell);
    if (record !== undefined) {
      const { written } = await import('../../verify/recording.ts');
      await writeKept(record, written(recording), { shell, isForced: given.of(FORCE) });
    }
    const grounds = groundsOn(recording.taken.slice(0, 10));
    const read = await loadCertificates();
    const verdict = needed(input.path, 'verify', () => judgeWorld(analysis, recording, { grounds, read }));
    if (!verdict.isLaidOver)
      shell.tell(say`What was seen could not be put into ${code(input.path)}, so the rules have not judged it.`);
    const report = { path: input.path, analysis, recording, verdict };
    shell.print(VERIFY_REPORTS[given.of(FORMAT)](report, { shell, asked, isWhole: given.of(STEPS) }));
    const place = given.of(TAKE_OVER_AT);
    if (given.of(TAKE_OVER) || place !== undefined) await takeOver(input, report, { shell, place });
    const isFaulty =
      verdict.differences.length > 0 ||
      verdict.checks.some(({ outcome }) => outcome === 'failed') ||
      verdict.problems.some(({ severity }) => severity === 'error');
    return isFaulty ? EXIT.findings : EXIT.clean;
  },
};
