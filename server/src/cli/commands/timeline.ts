import { judge } from '../../analyze.ts';
import { timeline as turnsOf } from '../../features/timeline.ts';
import type { Problem } from '../../problem.ts';
import { placesIn } from '../../spec/placed.ts';
import { readSpec } from '../../spec/read.ts';
import { attempt } from '../../text/failure.ts';
import { code, say, textOf } from '../../text/message.ts';
import { plainLine } from '../../text/visible.ts';
import type { Usage } from '../command.ts';
import { eachSpec, type Judged } from '../each-spec.ts';
import { AS_OF, JUDGEMENT } from '../judgement.ts';
import { outcome } from '../output.ts';
import { bySeverity, paints } from '../paint.ts';
import { whereaboutsIn } from '../reports/places.ts';
import type { Shell } from '../shell.ts';

/** `timeline`: the days on which the verdict on a spec changes. */
export const timeline: Usage = {
  takes: {
    shown: 'FILE ...',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    remedy: say`Name a file, such as ${code('lync-federation timeline contoso.lync.yaml')}.`,
  },
  // Each day is looked at, whatever day it is.
  options: JUDGEMENT.filter((option) => option !== AS_OF),
  examples: [
    {
      line: 'lync-federation timeline contoso.lync.yaml',
      about: say`from the first service that began to the last one that ended`,
    },
  ],

  async run(given, shell) {
    const about = { given, shell, check: 'timeline' };
    const { made, unread, failed } = await eachSpec(given.words, about, (one) => told(one, shell));
    for (const lines of made) shell.print(lines.join(''));
    return outcome([...unread, ...failed], shell);
  },
};

function told(
  { input: { path, text }, options, failures }: Judged,
  { people: { bundle }, colours }: Shell,
): readonly string[] | undefined {
  const paint = paints(colours);
  const source = attempt('yaml', failures, () => readSpec(text));
  if (source === undefined) return undefined;
  failures.push(...judge(source, options).failures);
  const placeOf = placesIn(path, text);
  const entry = ({ rule, severity, message, at }: Problem) =>
    plainLine(`${whereaboutsIn(path, placeOf(at))} ${severity}[${rule}] ${textOf(message, bundle)}`);
  const turns = [...turnsOf(source, options)].flatMap(({ date, begins, ends }) => [
    `  ${paint.strong(date)}\n`,
    ...begins.map((problem) => `    ${paint.removed('+')} ${bySeverity(entry(problem), paint)}\n`),
    ...ends.map((problem) => `    ${paint.added('-')} ${paint.faint(entry(problem))}\n`),
  ]);
  const none = `  ${textOf(say`The verdict is the same on every day.`, bundle)}\n`;
  return [`${plainLine(path)}\n`, ...(turns.length > 0 ? turns : [none])];
}
