import { type Turn, turnTold } from '../features/timeline.ts';
import { say, sense } from '../text/message.ts';
import { paragraph, type Row, type Section } from './report.ts';

/** Of the sentences of one day; nobody reads more. */
const MOST = 20;

/** The days on which the verdict changes, with the day of the report among them. */
export function timelineSection(turns: readonly Turn[], asOf: string): Section {
  const id = 'timeline';
  const title = say`Timeline`;
  if (turns.length === 0) return { id, title, parts: [paragraph(say`The verdict is the same on every day.`)] };
  const rows = [
    ...turns.filter(({ date }) => date <= asOf).map(turnRow),
    { cells: [[say`${asOf}`], [say`The day of this report.`]], anchor: 'day' },
    ...turns.filter(({ date }) => date > asOf).map(turnRow),
  ];
  return { id, title, parts: [{ kind: 'table', head: [say`day`, say`what changes`], rows }] };
}

function turnRow(turn: Turn): Row {
  // Of several places the same is said.
  const all = [...new Map(turnTold(turn).map((one) => [sense(one), one])).values()];
  const rest = all.length > MOST ? [say`And ${all.length - MOST} more.`] : [];
  return { cells: [[say`${turn.date}`], [...all.slice(0, MOST), ...rest]] };
}
