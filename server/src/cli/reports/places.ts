import type { LineTable } from '../../text/lines.ts';
import type { Range } from '../../text/range.ts';
import { plainLine } from '../../text/visible.ts';

/** What a report points to: a place in a file, or the file as a whole. */
export interface Place {
  /** Of the file, as shown. */
  readonly path: string;
  readonly lines: LineTable;
  /** Absent for the file as a whole. */
  readonly at: Range | undefined;
}

/** A place as most programs say it: from 1 on, columns in UTF-16 units. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** A file as a whole, for those who have to name a place in it: its beginning. */
const BEGINNING: Range = { start: 0, end: 0 };

/** A range by its first place and the one behind its last. */
export function rangeFromOne({ lines, at = BEGINNING }: Pick<Place, 'lines' | 'at'>): {
  readonly start: Position;
  readonly end: Position;
} {
  return { start: fromOne(lines, at.start), end: fromOne(lines, at.end) };
}

/** Where a place begins, as people and terminals say it: `contoso.lync.yaml:7:3`. */
export function whereabouts({ path, ...place }: Place): string {
  const { line, column } = rangeFromOne(place).start;
  return plainLine(`${path}:${line}:${column}`);
}

/** The same for who reads of one file: its own places go without its name. */
export function whereaboutsIn(path: string, place: Place): string {
  const where = whereabouts(place);
  return place.path === path ? where.slice(plainLine(path).length + 1) : where;
}

function fromOne(lines: LineTable, offset: number): Position {
  const { line, column } = lines.position(offset);
  return { line: line + 1, column: column + 1 };
}
