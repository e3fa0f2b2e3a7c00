import type { Severity } from '../../rules/rule.ts';
import { failureMessage } from '../../text/failure.ts';
import { textOf } from '../../text/message.ts';
import { visible } from '../../text/visible.ts';
import { rangeFromOne } from './places.ts';
import { paragraph } from './prose.ts';
import type { Report } from './report.ts';
import type { ReportedProblem } from './reported.ts';

/** Workflow commands of GitHub Actions, which become annotations of the changed files. */
export const githubReport: Report = (files, { speech: { bundle } }) =>
  files
    .flatMap((file) => [
      ...file.failures.map((failure) => {
        const properties = `file=${property(file.path)},title=${property(failure.check)}`;
        return `::error ${properties}::${data(textOf(failureMessage(failure), bundle))}\n`;
      }),
      ...file.problems.map((problem) => {
        const { path, rule, severity } = problem;
        const properties = `file=${property(path)}${place(problem)},title=${property(rule)}`;
        return `::${COMMANDS[severity]} ${properties}::${data(paragraph(problem))}\n`;
      }),
    ])
    .join('');

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Without one, an annotation is about its file. */
function place(problem: ReportedProblem): string {
  if (problem.at === undefined) return '';
  const { start, end } = rangeFromOne(problem);
  return `,line=${start.line},col=${start.column},endLine=${end.line},endColumn=${end.column}`;
}

/** A text behind the `::`, where a line break would end the command. */
function data(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A value between the commas of a command. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
