import type { LineTable } from '../../text/lines.ts';
import { textOf } from '../../text/message.ts';
import { commonAsOf, type Report } from './report.ts';

/** The versioned report for programs: one object, lines and columns from 1 on, in UTF-16 units, ends exclusive. */
export const jsonReport: Report = (files, { asOf }) => {
  const report = {
    version: 1,
    asOf: commonAsOf(files, asOf),
    files: files.map(({ path, analysis: { problems, lines } }) => ({
      path,
      problems: problems.map(({ rule, severity, message, at, fixes = [] }) => ({
        rule,
        severity,
        message: textOf(message),
        range: { start: position(lines, at.start), end: position(lines, at.end) },
        fixes: fixes.map(({ title, safety }) => ({ title: textOf(title), safety })),
      })),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};

function position(lines: LineTable, offset: number): { readonly line: number; readonly column: number } {
  const { line, column } = lines.position(offset);
  return { line: line + 1, column: column + 1 };
}
