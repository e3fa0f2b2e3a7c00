import { asMarkdown, cells } from '../../text/markdown.ts';
import { type Message, say, textOf } from '../../text/message.ts';
import { whereabouts } from '../reports/places.ts';
import type { UpcomingReport } from './ending.ts';
import { inDays, summary } from './text.ts';

/** The list as a table, for what shows Markdown. */
export const upcomingMarkdown: UpcomingReport = (endings, env) => {
  const words = (message: Message) => asMarkdown(textOf(message, env.bundle));
  const rows = endings.map(({ day, days, place, message }) => [
    day,
    words(inDays(days)),
    asMarkdown(`\`${whereabouts(place)}\``),
    words(message),
  ]);
  const head = [words(say`Day`), '', words(say`Place`), words(say`What ends`)];
  const table = rows.length === 0 ? '' : `${cells([head, head.map(() => '---'), ...rows])}\n\n`;
  return `${table}${words(summary(endings.length, env))}\n`;
};
