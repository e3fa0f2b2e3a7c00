import { failureMessage } from '../../text/failure.ts';
import type { LineTable } from '../../text/lines.ts';
import { textOf } from '../../text/message.ts';
import { forPrograms } from '../output.ts';
import { rangeFromOne } from './places.ts';
import { commonAsOf, type Report } from './report.ts';
import type { ReportedProblem } from './reported.ts';

/**
 * The versioned report for programs, with all there is: `schemas/report.schema.json` says its shape. Keys may be added without
 * another version.
 */
export const jsonReport: Report = (files, { asOf }) => {
  const report = {
    version: 1,
    asOf: commonAsOf(files, asOf),
    files: files.map(({ path, asOf, problems, found, failures, lines }) => ({
      path,
      asOf,
      problems: problems.map((problem) => written(problem, lines)),
      suppressed: found.flatMap((problem) => {
        if (problem.suppressed === undefined) return [];
        const { comment, reason, until } = problem.suppressed;
        const by = {
          range: rangeFromOne(lines, comment),
          reason,
          ...(until?.day !== undefined && { until: until.day }),
        };
        return [{ ...written(problem, lines), by }];
      }),
      baselined: found.filter(({ baselined }) => baselined).map((problem) => written(problem, lines)),
      failures: failures.map((failure) => ({ check: failure.check, message: textOf(failureMessage(failure)) })),
    })),
  };
  return forPrograms(report);
};

function written(
  { rule, severity, message, note, at, related, fixes, docs, fingerprint }: ReportedProblem,
  lines: LineTable,
) {
  return {
    rule,
    severity,
    message,
    ...(note !== undefined && { note }),
    range: rangeFromOne(lines, at),
    related: related.map((other) => ({ range: rangeFromOne(lines, other.at), message: other.message })),
    fixes: fixes.flatMap(({ title, safety, edits: made }) => {
      const edits = made().map(({ at, insert }) => ({ range: rangeFromOne(lines, at), newText: insert }));
      return edits.length > 0 ? [{ title, safety, edits }] : [];
    }),
    docs,
    fingerprint,
  };
}
