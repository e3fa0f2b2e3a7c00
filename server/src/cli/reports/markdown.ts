import type { Severity } from '../../rules/rule.ts';
import { failureMessage } from '../../text/failure.ts';
import { asMarkdown, cells } from '../../text/markdown.ts';
import { type Message, say, textOf } from '../../text/message.ts';
import { whereabouts } from './places.ts';
import { said } from './prose.ts';
import type { Report } from './report.ts';
import { summary } from './summary.ts';

/** A table for what shows Markdown: the summary of a job, a comment. */
export const markdownReport: Report = (files, { speech: { bundle } }) => {
  const problems = files.flatMap((file) => file.problems);
  const failures = files.flatMap(({ path, failures }) => failures.map((failure) => ({ path, failure })));
  const words = (message: Message) => asMarkdown(textOf(message, bundle));
  const rows = [
    ...failures.map(({ path, failure }) => ['⛔', asMarkdown(`\`${path}\``), words(failureMessage(failure)), '']),
    ...problems.map((problem) => [
      SIGNS[problem.severity],
      asMarkdown(`\`${whereabouts(problem)}\``),
      asMarkdown(said(problem)),
      `[${problem.rule}](${problem.docs})`,
    ]),
  ];
  const head = ['', words(say`Place`), words(say`Problem`), words(say`Rule`)];
  const table = rows.length === 0 ? '' : `${cells([head, head.map(() => '---'), ...rows])}\n\n`;
  return `${table}${words(summary(files))}\n`;
};

const SIGNS: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', info: 'ℹ️' };
