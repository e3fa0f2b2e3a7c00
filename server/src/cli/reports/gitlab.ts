import { createHash } from 'node:crypto';
import type { Severity } from '../../rules/rule.ts';
import { textOf } from '../../text/message.ts';
import { fingerprints } from './fingerprint.ts';
import { type Checked, everythingIn, type Report } from './report.ts';

/**
 * A Code Quality report of GitLab, which compares merge requests with their target by the fingerprints.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const gitlabReport: Report = (files) => `${JSON.stringify(files.flatMap(issues), null, 2)}\n`;

const SEVERITIES = { error: 'critical', warning: 'major', info: 'info' } as const satisfies Record<Severity, string>;

function issues(file: Checked): readonly object[] {
  const { path, analysis } = file;
  const all = everythingIn(file).map(({ problem }) => problem);
  const prints = fingerprints(all, analysis);
  return analysis.problems.map((problem) => {
    const { rule, severity, message, note, at } = problem;
    return {
      description: note ? `${textOf(message)} ${textOf(note)}` : textOf(message),
      check_name: rule,
      fingerprint: ofFile(path, prints.get(problem) ?? ''),
      severity: SEVERITIES[severity],
      location: { path, lines: { begin: analysis.lines.lineAt(at.start) + 1 } },
    };
  });
}

/** GitLab has one list for all files, and shows one issue for each fingerprint. */
function ofFile(path: string, print: string): string {
  return createHash('sha256').update(`${path}\n${print}`).digest('hex').slice(0, 32);
}
