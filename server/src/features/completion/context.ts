import type { LineTable } from '../../text/lines.ts';
import { type Range, touches } from '../../text/range.ts';
import type { Path } from '../../yaml/tree.ts';
import { type FlowSpot, flowSpot } from './flow.ts';
import { commentAt, outline, type Row, rowOf } from './outline.ts';

/** Where in a document something is being typed; told from the lines, so that it holds while the YAML is broken. */
export interface Context {
  /** `key`: a key of the mapping at `path`; `value`: the value at `path`; `item`: the list item at `path`. */
  readonly slot: 'key' | 'value' | 'item';
  readonly path: Path;
  /** The list whose dashes stand at the column of an empty line, where it is not indented below its key. */
  readonly list?: Path;
  /** The word at the cursor, which a completion replaces. */
  readonly at: Range;
  /** The part of it before the cursor. */
  readonly typed: string;
  /** The column of its first character: further lines of a block stand there. */
  readonly column: number;
  readonly flow: boolean;
  /** Keys that the mapping has already. */
  readonly present: ReadonlySet<string>;
  /** What must be written before a value: a blank where the cursor touches the colon. */
  readonly gap: '' | ' ';
  /** The key has its colon already. */
  readonly hasColon: boolean;
}

/** The context at an offset; undefined in comments, in block scalars and where nothing can be typed. */
export function contextAt(lines: LineTable, offset: number): Context | undefined {
  const line = lines.lineAt(offset);
  const { rows, inside } = outline(lines, line);
  if (inside === 'block-scalar' || commentAt(lines, line) < offset) return undefined;
  const row = inside === 'flow' ? rows.at(-1) : rowOf(lines, line);
  if (row === undefined) return undefined;
  const above = inside === 'flow' ? rows.slice(0, -1) : rows;
  if (/^[[{]/.test(row.content) && row.contentAt < offset) {
    const spot = flowSpot(lines.text, { start: row.contentAt, end: flowEnd(lines, row, line) }, offset);
    return spot && inFlow(lines, spot, [...ancestors(above, row, row.column).path, ...(row.key ? [row.key.name] : [])]);
  }
  return row.key !== undefined && row.key.colonEnd <= offset
    ? inValue(lines, above, row, offset)
    : inWord(lines, above, row, offset);
}

function inFlow(lines: LineTable, spot: FlowSpot, parent: Path): Context {
  const column = spot.at.start - lines.startOf(lines.lineAt(spot.at.start));
  return { ...spot, path: [...parent, ...spot.path], flow: true, column };
}

/** Behind the colon of a key. */
function inValue(lines: LineTable, above: readonly Row[], row: Row, offset: number): Context | undefined {
  const at = wordAt(row, offset);
  if (at === undefined) return undefined;
  return {
    slot: 'value',
    path: [...ancestors(above, row, row.column).path, row.key?.name ?? ''],
    at,
    typed: lines.text.slice(at.start, offset),
    column: row.column,
    flow: false,
    present: new Set(),
    gap: row.key?.colonEnd === offset ? ' ' : '',
    hasColon: true,
  };
}

/** On a key, on an empty line, or behind a dash. */
function inWord(lines: LineTable, above: readonly Row[], row: Row, offset: number): Context | undefined {
  const at = row.key ? within(row.key.at, offset) : wordAt(row, offset);
  if (at === undefined) return undefined;
  const column = row.content === '' && row.key === undefined ? offset - row.start : row.column;
  const lastDash = row.dashes.at(-1);
  if (lastDash !== undefined && column < lastDash + 2) return undefined;
  const { path, present } = ancestors(above, row, column);
  for (const key of siblingsBelow(lines, lines.lineAt(row.start), column)) present.add(key);
  const list =
    row.content === '' && row.key === undefined && lastDash === undefined ? listAt(above, row, column) : undefined;
  return {
    slot: lastDash !== undefined && row.key === undefined ? 'item' : 'key',
    path,
    ...(list && { list }),
    at,
    typed: lines.text.slice(at.start, offset),
    column,
    flow: false,
    present,
    gap: '',
    hasColon: row.key !== undefined,
  };
}

/** The content of a row, with the blanks behind it as far as the cursor; the place of the cursor where there is none. */
function wordAt({ content, contentAt }: Row, offset: number): Range | undefined {
  if (content === '') return { start: offset, end: offset };
  return offset < contentAt ? undefined : { start: contentAt, end: Math.max(contentAt + content.length, offset) };
}

function within(at: Range, offset: number): Range | undefined {
  return touches(at, offset) ? at : undefined;
}

/** The way from the root to the mapping or item that a text at a column of a row belongs to, and the keys above it there. */
function ancestors(above: readonly Row[], row: Row, column: number): { path: Path; present: Set<string> } {
  const steps: (string | number)[] = [];
  const present = new Set<string>();
  let limit = column;
  const enter = (dashes: readonly number[]): void => {
    for (const dash of dashes.toReversed()) {
      const last = steps[0];
      if (dash < limit) {
        steps.unshift(0);
        limit = dash;
      } else if (dash === limit && typeof last === 'number') steps[0] = last + 1;
    }
  };
  enter(row.dashes);
  for (const { key, column: keyColumn, dashes } of above.toReversed()) {
    const isParent = keyColumn < limit || (keyColumn === limit && typeof steps[0] === 'number' && dashes.length === 0);
    if (key !== undefined && isParent) {
      steps.unshift(key.name);
      limit = keyColumn;
    } else if (key !== undefined && keyColumn === limit && steps.length === 0) present.add(key.name);
    enter(dashes);
    if (limit === 0 && typeof steps[0] === 'string') break;
  }
  return { path: steps, present };
}

/** The list whose items a line continues when a dash is typed at a column. */
function listAt(above: readonly Row[], row: Row, column: number): Path | undefined {
  const last = above.findLast(({ dashes, column: own }) => (dashes[0] ?? own) <= column);
  if (!last?.dashes.includes(column)) return undefined;
  return ancestors(above, { ...row, dashes: [column] }, column + 2).path.slice(0, -1);
}

/** The keys of the same mapping on the lines below. */
function siblingsBelow(lines: LineTable, line: number, column: number): readonly string[] {
  const found: string[] = [];
  for (let next = line + 1; next < lines.count; next++) {
    const row = rowOf(lines, next);
    if (row === undefined) continue;
    const first = row.dashes[0] ?? row.column;
    if (first < column) break;
    if (row.key && row.column === column && row.dashes.length === 0) found.push(row.key.name);
  }
  return found;
}

/** Where a flow collection ends at the latest: before the next line that plainly is a new entry of the block around it. */
function flowEnd(lines: LineTable, row: Row, line: number): number {
  const outer = row.dashes[0] ?? row.column;
  for (let next = line + 1; next < lines.count; next++) {
    const below = rowOf(lines, next);
    if (below && (below.dashes[0] ?? below.column) <= outer && (below.key || below.dashes.length > 0))
      return lines.startOf(next);
  }
  return lines.text.length;
}
