import { HORIZONS } from '../../features/upcoming.ts';
import { type Message, say, textOf } from '../../text/message.ts';
import { plainLine } from '../../text/visible.ts';
import { type Paints, paints } from '../paint.ts';
import { filesCounted } from '../reports/counts.ts';
import { whereabouts } from '../reports/places.ts';
import { asOfDays } from '../reports/report.ts';
import { table } from '../table.ts';
import type { UpcomingEnv, UpcomingReport } from './ending.ts';

/** The list for people: day, how far away, place, what ends. */
export const upcomingText: UpcomingReport = (endings, env) => {
  if (env.files === 0) return '';
  const { bundle } = env;
  const paint = paints(env.colours);
  const rows = endings.map(({ day, days, place, message }) => [
    { text: day, paint: urgency(days, paint) },
    textOf(inDays(days), bundle),
    whereabouts(place),
    textOf(message, bundle),
  ]);
  const list = rows.length > 0 ? `${table(rows)}\n` : '';
  return `${list}${plainLine(textOf(summary(endings.length, env), bundle))}\n`;
};

function urgency(days: number, { error, warning, strong }: Paints) {
  const [month, quarter] = HORIZONS;
  return days <= month ? error : days <= quarter ? warning : strong;
}

/** How far away a day is. */
export function inDays(days: number): Message {
  if (days === 0) return say`that day`;
  return days === 1 ? say`in 1 day` : say`in ${days} days`;
}

/** The one line that says how much there is. */
export function summary(count: number, { within, files, days }: UpcomingEnv): Message {
  const where = filesCounted(files);
  const day = asOfDays(days);
  const span = within === 1 ? say`1 day` : say`${within} days`;
  if (count === 0) return say`Nothing ends within ${span} in ${where}, ${day}`;
  return count === 1
    ? say`1 thing ends within ${span} in ${where}, ${day}`
    : say`${count} things end within ${span} in ${where}, ${day}`;
}
