import type { Severity } from '../../rules/rule.ts';
import { textOf } from '../../text/message.ts';
import type { Report } from './report.ts';

/** Workflow commands of GitHub Actions, which become annotations of the changed files. */
export const githubReport: Report = (files) =>
  files
    .flatMap(({ path, analysis: { problems, lines } }) =>
      problems.map(({ rule, severity, message, at }) => {
        const start = lines.position(at.start);
        const end = lines.position(at.end);
        const place = `line=${start.line + 1},col=${start.column + 1},endLine=${end.line + 1},endColumn=${end.column + 1}`;
        return `::${COMMANDS[severity]} file=${property(path)},${place},title=${property(rule)}::${data(textOf(message))}\n`;
      }),
    )
    .join('');

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** A text behind the `::`, where a line break would end the command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A value between the commas of a command. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
