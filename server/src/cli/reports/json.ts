import { failureMessage } from '../../text/failure.ts';
import { type Bundle, textOf } from '../../text/message.ts';
import { forPrograms } from '../output.ts';
import { fingerprintOf } from './fingerprint.ts';
import { rangeFromOne } from './places.ts';
import { commonAsOf, type Report } from './report.ts';
import type { ReportedFile, ReportedProblem } from './reported.ts';

/**
 * The versioned report for programs, with all there is: `schemas/report.schema.json` says its shape. Keys may be added without
 * another version.
 */
export const jsonReport: Report = (files, { asOf, speech: { bundle } }) => {
  const report = {
    version: 1,
    asOf: commonAsOf(files, asOf),
    files: files.map((file) => fileParts(file, bundle)),
  };
  return forPrograms(report);
};

/** A file as programs get it. */
export function fileParts({ path, asOf, problems, found, failures }: ReportedFile, bundle: Bundle) {
  return {
    path,
    asOf,
    problems: problems.map(jsonParts),
    suppressed: found.flatMap((problem) => {
      if (problem.suppressed === undefined) return [];
      const { comment, reason, until } = problem.suppressed;
      const by = {
        range: rangeFromOne(comment),
        reason,
        ...(until?.day !== undefined && { until: until.day }),
      };
      return [{ ...jsonParts(problem), by }];
    }),
    baselined: found.filter(({ baselined }) => baselined).map(jsonParts),
    failures: failures.map((failure) => ({ check: failure.check, message: textOf(failureMessage(failure), bundle) })),
  };
}

/** A problem as programs get it. */
export function jsonParts(problem: ReportedProblem) {
  const { path, lines, rule, severity, message, note, related, fixes, docs } = problem;
  return {
    rule,
    severity,
    message,
    ...(note !== undefined && { note }),
    range: rangeFromOne(problem),
    related: related.map((other) => ({
      ...(other.path !== path && { path: other.path }),
      range: rangeFromOne(other),
      message: other.message,
    })),
    fixes: fixes.flatMap(({ title, safety, edits: made }) => {
      const edits = made.map(({ at, insert }) => ({ range: rangeFromOne({ lines, at }), newText: insert }));
      return edits.length > 0 ? [{ title, safety, edits }] : [];
    }),
    docs,
    fingerprint: fingerprintOf(problem),
  };
}
