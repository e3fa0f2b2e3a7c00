import { upcoming as endingsOf } from '../../features/upcoming.ts';
import { codes, say, textOf } from '../../text/message.ts';
import { visible } from '../../text/visible.ts';
import { daysOf, failuresOf, judged, placeData, placeOf } from '../judged.ts';
import { count, optional } from '../parameter.ts';
import { AS_OF, FILES } from '../parameters.ts';
import { tool } from '../tool.ts';

const USUAL = 90;

export const upcoming = tool({
  name: 'upcoming',
  title: say`What Ends Next`,
  about: say`What ends next in specs: certificates, licences, services, support and suppressions, with the days that are left.`,
  takes: {
    files: FILES,
    within: optional(count(say`how many days to look ahead; ${USUAL} without it`, 36_500)),
    asOf: AS_OF,
  },
  list: 'endings',
  entry: { day: 'string', days: 'integer', kind: 'string', subject: 'string', message: 'string', path: 'string' },
  async answer({ within = USUAL, ...asked }, ground) {
    const gathered = await judged(ground, asked);
    const specs = gathered.documents.filter(({ analysis }) => analysis.kind === 'spec');
    const found = specs
      .flatMap((document) => endingsOf(document.analysis, within).map((ending) => ({ document, ending })))
      .toSorted((a, b) => (a.ending.day < b.ending.day ? -1 : Number(a.ending.day > b.ending.day)));
    const [where, days] = [codes(specs.map(({ path }) => path)), codes(daysOf(specs))];
    return {
      head: [
        found.length === 0
          ? say`Nothing ends within ${within} days in ${where}, as of ${days}.`
          : say`${found.length} ends within ${within} days in ${where}, as of ${days}:`,
        ...failuresOf(gathered),
      ],
      entries: found.map(({ document, ending: { day, days: left, kind, subject, message, at } }) => () => {
        const words = visible(textOf(message, ground.env.bundle));
        return {
          text: textOf(say`${day}, in ${left} days: ${placeOf(document, at)}: ${words}`, ground.env.bundle),
          data: { day, days: left, kind, subject, message: words, ...placeData(document, at) },
        };
      }),
      remedy: say`Look ahead fewer days, or name fewer files.`,
    };
  },
});
