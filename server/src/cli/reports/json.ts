import type { Problem } from '../../analyze.ts';
import type { LineTable } from '../../text/lines.ts';
import { textOf } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { commonAsOf, type Report } from './report.ts';

/**
 * The versioned report for programs: one object, lines and columns from 1 on, in UTF-16 units, ends exclusive. Keys may be added
 * without another version.
 */
export const jsonReport: Report = (files, { asOf }) => {
  const report = {
    version: 1,
    asOf: commonAsOf(files, asOf),
    files: files.map(({ path, analysis: { problems, suppressed, lines }, baselined = [] }) => ({
      path,
      problems: problems.map((problem) => written(problem, lines)),
      suppressed: suppressed.map(({ problem, by: { comment, reason, until } }) => ({
        ...written(problem, lines),
        by: { range: range(lines, comment), reason, ...(until?.day !== undefined && { until: until.day }) },
      })),
      baselined: baselined.map((problem) => written(problem, lines)),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};

function written({ rule, severity, message, at, fixes = [] }: Problem, lines: LineTable) {
  return {
    rule,
    severity,
    message: textOf(message),
    range: range(lines, at),
    fixes: fixes.map(({ title, safety }) => ({ title: textOf(title), safety })),
  };
}

function range(lines: LineTable, { start, end }: Range) {
  return { start: position(lines, start), end: position(lines, end) };
}

function position(lines: LineTable, offset: number): { readonly line: number; readonly column: number } {
  const { line, column } = lines.position(offset);
  return { line: line + 1, column: column + 1 };
}
