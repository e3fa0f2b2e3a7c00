import { createHash } from 'node:crypto';
import type { Severity } from '../../rules/rule.ts';
import { failureMessage } from '../../text/failure.ts';
import { markdownOf } from '../../text/markdown.ts';
import { type Bundle, code, ENGLISH, say, textOf } from '../../text/message.ts';
import { forPrograms } from '../output.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Place, rangeFromOne } from './places.ts';
import { paragraph, said } from './prose.ts';
import type { Report } from './report.ts';
import type { ReportedFile } from './reported.ts';

/**
 * A Code Quality report of GitLab, which compares merge requests with their target by the fingerprints. It is a list of issues
 * of Code Climate; keys that GitLab does not show are there for other readers.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 * https://github.com/codeclimate/platform/blob/master/spec/analyzers/SPEC.md#issues
 */
export const gitlabReport: Report = (files, { speech: { bundle } }) =>
  forPrograms(files.flatMap((file) => issues(file, bundle)));

const SEVERITIES = { error: 'critical', warning: 'major', info: 'info' } as const satisfies Record<Severity, string>;

function issues(file: ReportedFile, bundle: Bundle): readonly object[] {
  const failures = file.failures.map((failure) => ({
    type: 'issue',
    check_name: failure.check,
    description: textOf(failureMessage(failure), bundle),
    severity: 'blocker',
    fingerprint: ofFile(file.path, `failure ${failure.check}`),
    location: location({ ...file, at: undefined }),
  }));
  const problems = file.problems.map((problem) => {
    const { rule, severity, related } = problem;
    return {
      type: 'issue',
      check_name: rule,
      description: said(problem),
      content: { body: paragraph(problem, place) },
      severity: SEVERITIES[severity],
      fingerprint: ofFile(file.path, fingerprintOf(problem)),
      location: location(problem),
      ...(related.length > 0 && { other_locations: related.map(location) }),
    };
  });
  return [...failures, ...problems];
}

/** Its readers show the body as Markdown. */
function place(shown: string): string {
  return markdownOf(say`${code(shown)}`, ENGLISH);
}

function location({ path, ...place }: Place): object {
  const { start, end } = rangeFromOne(place);
  return { path, lines: { begin: start.line, end: end.line } };
}

/** GitLab has one list for all files, and shows one issue for each fingerprint. */
function ofFile(path: string, print: string): string {
  return createHash('sha256').update(`${path}\n${print}`).digest('hex').slice(0, 32);
}
