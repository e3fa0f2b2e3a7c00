import { REPOSITORY } from '../../features/docs-url.ts';
import { type Severity, severities } from '../../rules/rule.ts';
import { applyEdits } from '../../text/edit.ts';
import { type Failure, failureMessage } from '../../text/failure.ts';
import type { LineTable } from '../../text/lines.ts';
import { type Bundle, textOf } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { forPrograms } from '../output.ts';
import type { Place } from './places.ts';
import { said } from './prose.ts';
import type { Report } from './report.ts';
import type { ReportedFile, ReportedProblem } from './reported.ts';

/**
 * The Diagnostic Format of reviewdog, with the safe repairs as suggestions. Its reader refuses every key that it does not know;
 * related places it knows from release 0.20 on.
 * https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto
 */
export const rdjsonReport: Report = (files, { speech: { bundle } }) => {
  const result = {
    source: { name: 'lync-federation', url: REPOSITORY },
    ...worst(files),
    diagnostics: files.flatMap((file) => [
      ...file.failures.map((failure) => failed(failure, file, bundle)),
      ...file.problems.map((problem) => diagnostic(problem)),
    ]),
  };
  return forPrograms(result);
};

const SEVERITIES = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const satisfies Record<Severity, string>;

function worst(files: readonly ReportedFile[]): object {
  const found = files.flatMap(({ problems, failures }) => [
    ...failures.map(() => 'error' as const),
    ...problems.map(({ severity }) => severity),
  ]);
  const severity = severities.find((one) => found.includes(one));
  return severity === undefined ? {} : { severity: SEVERITIES[severity] };
}

function failed(failure: Failure, { path }: ReportedFile, bundle: Bundle): object {
  const message = textOf(failureMessage(failure), bundle);
  return { message, location: { path }, severity: SEVERITIES.error, code: { value: failure.check } };
}

function diagnostic(problem: ReportedProblem): object {
  const { rule, severity, related, docs } = problem;
  const suggested = suggestions(problem);
  return {
    message: said(problem),
    location: location(problem),
    severity: SEVERITIES[severity],
    code: { value: rule, url: docs },
    ...(suggested.length > 0 && { suggestions: suggested }),
    ...(related.length > 0 && {
      relatedLocations: related.map((other) => ({ message: other.message, location: location(other) })),
    }),
  };
}

/** A suggestion is taken by itself, so all edits of a repair go into one, with the text between them. */
function suggestions({ fixes, lines }: ReportedProblem): readonly object[] {
  const { text } = lines;
  return fixes.flatMap((fix) => {
    if (fix.safety !== 'safe') return [];
    const { edits } = fix;
    const start = edits.at(0)?.at.start;
    const end = edits.at(-1)?.at.end;
    if (start === undefined || end === undefined) return [];
    const behind = text.length - end;
    const changed = applyEdits(text, edits);
    return [{ range: range(lines, { start, end }), text: changed.slice(start, changed.length - behind) }];
  });
}

/** Without a range it is the file as a whole. */
function location({ path, lines, at }: Place): object {
  return { path, ...(at && { range: range(lines, at) }) };
}

function range(lines: LineTable, at: Range): object {
  return { start: position(lines, at.start), end: position(lines, at.end) };
}

/** Both from 1 on; columns in bytes of UTF-8. */
function position(lines: LineTable, offset: number): object {
  const { line, column } = lines.position(offset);
  return { line: line + 1, column: Buffer.byteLength(lines.text.slice(offset - column, offset)) + 1 };
}
