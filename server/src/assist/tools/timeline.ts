import { timeline as turnsOf } from '../../features/timeline.ts';
import type { Problem } from '../../problem.ts';
import { code, say, textOf } from '../../text/message.ts';
import { visible } from '../../text/visible.ts';
import { judgedOne, placeData, placeOf } from '../judged.ts';
import { day, optional } from '../parameter.ts';
import { SPEC } from '../parameters.ts';
import { tool } from '../tool.ts';

export const timeline = tool({
  name: 'timeline',
  title: say`Timeline of a Federation Spec`,
  about: say`The days on which the verdict on a spec changes: what breaks when, and what no longer matters from then on.`,
  takes: {
    spec: SPEC,
    after: optional(day(say`only the days after this one, such as ${code('2014-07-01')}`)),
  },
  list: 'days',
  entry: { date: 'string', begins: 'array', ends: 'array' },
  async answer({ spec, after }, ground) {
    const { bundle } = ground.env;
    const document = await judgedOne(ground, spec, undefined);
    const { path, analysis } = document;
    const turns = [...turnsOf(analysis, analysis.options, after)];
    const line = ({ rule, severity, message, at }: Problem) =>
      `${placeOf(document, at)}: ${severity}[${rule}]: ${visible(textOf(message, bundle))}`;
    const data = ({ rule, severity, message, at }: Problem) => ({
      ...placeData(document, at),
      ...{ rule, severity, message: visible(textOf(message, bundle)) },
    });
    return {
      head: [
        turns.length === 0
          ? say`The verdict on ${code(path)} does not change.`
          : say`The days on which the verdict on ${code(path)} changes; ${code('+')} begins, ${code('-')} ends:`,
      ],
      data: { path },
      entries: turns.map(({ date, begins, ends }) => () => ({
        text: [date, ...begins.map((one) => `  + ${line(one)}`), ...ends.map((one) => `  - ${line(one)}`)].join('\n'),
        data: { date, begins: begins.map(data), ends: ends.map(data) },
      })),
      remedy: say`Give a day as ${code('after')} to see those behind it.`,
    };
  },
});
