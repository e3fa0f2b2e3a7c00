import type { Severity } from '../../rules/rule.ts';
import { failureMessage } from '../../text/failure.ts';
import { textOf } from '../../text/message.ts';
import { visible } from '../../text/visible.ts';
import { rangeFromOne } from './places.ts';
import { paragraph } from './prose.ts';
import type { Report } from './report.ts';

/** Workflow commands of GitHub Actions, which become annotations of the changed files. */
export const githubReport: Report = (files) =>
  files
    .flatMap((file) => [
      ...file.failures.map((failure) => {
        const properties = `file=${property(file.path)},title=${property(failure.check)}`;
        return `::error ${properties}::${data(textOf(failureMessage(failure)))}\n`;
      }),
      ...file.problems.map((problem) => {
        const { rule, severity, at } = problem;
        const { start, end } = rangeFromOne(file.lines, at);
        const place = `line=${start.line},col=${start.column},endLine=${end.line},endColumn=${end.column}`;
        const properties = `file=${property(file.path)},${place},title=${property(rule)}`;
        return `::${COMMANDS[severity]} ${properties}::${data(paragraph(problem, file))}\n`;
      }),
    ])
    .join('');

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** A text behind the `::`, where a line break would end the command. */
function data(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A value between the commas of a command. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
