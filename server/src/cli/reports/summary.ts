import { counts } from '../../features/counts.ts';
import { type Message, say } from '../../text/message.ts';
import { filesCounted, unreported } from './counts.ts';
import { asOfDays } from './report.ts';
import type { ReportedFile } from './reported.ts';

/** The one line that says how it went. */
export function summary(files: readonly ReportedFile[]): Message {
  const problems = files.flatMap((file) => file.problems);
  const where = filesCounted(files.length);
  const day = asOfDays([...new Set(files.map(({ asOf }) => asOf))].toSorted());
  const said =
    problems.length === 0 ? say`No problems in ${where}, ${day}` : say`${counts(problems)} in ${where}, ${day}`;
  const unsaid = unreported(files);
  return unsaid === undefined ? said : say`${said}; ${unsaid}`;
}
