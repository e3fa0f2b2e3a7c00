import type { Problem } from '../../analyze.ts';
import { docsUrl, REPOSITORY } from '../../features/docs-url.ts';
import { repair } from '../../repair.ts';
import type { Severity } from '../../rules/rule.ts';
import { applyEdits } from '../../text/edit.ts';
import type { LineTable } from '../../text/lines.ts';
import { textOf } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import type { Checked, Report } from './report.ts';

/**
 * The Diagnostic Format of reviewdog, with the safe repairs as suggestions. Its reader refuses every key that it does not know.
 * https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto
 */
export const rdjsonReport: Report = (files) => {
  const result = {
    source: { name: 'lync-federation', url: REPOSITORY },
    ...worst(files),
    diagnostics: files.flatMap((file) => file.analysis.problems.map((problem) => diagnostic(problem, file))),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
};

const SEVERITIES = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const satisfies Record<Severity, string>;

function worst(files: readonly Checked[]): object {
  const found = files.flatMap(({ analysis }) => analysis.problems.map(({ severity }) => severity));
  const severity = (['error', 'warning', 'info'] as const).find((one) => found.includes(one));
  return severity === undefined ? {} : { severity: SEVERITIES[severity] };
}

function diagnostic(problem: Problem, { path, analysis }: Checked): object {
  const { rule, severity, message, note, at } = problem;
  const suggested = suggestions(problem, { path, analysis });
  return {
    message: note ? `${textOf(message)} ${textOf(note)}` : textOf(message),
    location: { path, range: range(analysis.lines, at) },
    severity: SEVERITIES[severity],
    code: { value: rule, url: docsUrl(rule) },
    ...(suggested.length > 0 && { suggestions: suggested }),
  };
}

/** A suggestion is taken by itself, so all edits of a repair go into one, with the text between them. */
function suggestions({ fixes = [] }: Problem, { analysis }: Checked): readonly object[] {
  const { text, lines } = analysis;
  return fixes.flatMap((fix) => {
    if (fix.safety !== 'safe') return [];
    const edits = repair(analysis, [fix]);
    const start = edits.at(0)?.at.start;
    const end = edits.at(-1)?.at.end;
    if (start === undefined || end === undefined) return [];
    const behind = text.length - end;
    const changed = applyEdits(text, edits);
    return [{ range: range(lines, { start, end }), text: changed.slice(start, changed.length - behind) }];
  });
}

function range(lines: LineTable, at: Range): object {
  return { start: position(lines, at.start), end: position(lines, at.end) };
}

/** Both from 1 on; columns in bytes of UTF-8. */
function position(lines: LineTable, offset: number): object {
  const { line, column } = lines.position(offset);
  return { line: line + 1, column: Buffer.byteLength(lines.text.slice(offset - column, offset)) + 1 };
}
