import type { LineTable } from '../../text/lines.ts';
import type { Range } from '../../text/range.ts';
import { plainLine } from '../../text/visible.ts';
import type { ReportedFile } from './reported.ts';

/** A place as most programs say it: from 1 on, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A range by its first place and the one behind its last. */
export function rangeFromOne(lines: LineTable, { start, end }: Range): { readonly start: Place; readonly end: Place } {
  return { start: placeFromOne(lines, start), end: placeFromOne(lines, end) };
}

/** Where a range begins, as people and terminals say it: `contoso.lync.yaml:7:3`. */
export function whereabouts({ path, lines }: Pick<ReportedFile, 'path' | 'lines'>, { start }: Range): string {
  const { line, column } = placeFromOne(lines, start);
  return plainLine(`${path}:${line}:${column}`);
}

function placeFromOne(lines: LineTable, offset: number): Place {
  const { line, column } = lines.position(offset);
  return { line: line + 1, column: column + 1 };
}
