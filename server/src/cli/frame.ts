import type { LineTable } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { withoutCommands } from '../text/visible.ts';
import { type Cell, cells } from './cells.ts';

/** A line of the source with the place marked below it. */
export interface Frame {
  readonly source: string;
  /** Spaces up to the place. */
  readonly indent: string;
  /** The marks below the place: at least one. */
  readonly marks: string;
}

/** Columns of source that a frame shows; a longer line is cut around the place. */
export const WIDTH = 100;

/** Frames the first line of a range. */
export function frame(lines: LineTable, at: Range, mark: '^' | '-'): Frame {
  const { line, column } = lines.position(at.start);
  const text = lines.line(line);
  const start = Math.min(column, text.length);
  const end = Math.min(start + at.end - at.start, text.length);
  // No column further off than this is shown, and a line may be a megabyte long.
  const from = boundary(text, start - REACH);
  const to = boundary(text, start + REACH);
  const all = cells(withoutCommands(text.slice(from, to))).map((cell) => ({ ...cell, offset: cell.offset + from }));
  const shown = windowed(all, start, end);
  const inside = shown.filter(({ offset }) => offset >= start && offset < end);
  const cutBefore = (shown[0]?.offset ?? 0) > 0;
  const cutAfter = (shown.at(-1)?.offset ?? 0) < (all.at(-1)?.offset ?? 0) || to < text.length;
  return {
    source: `${cutBefore ? CUT : ''}${shown.map((cell) => cell.text).join('')}${cutAfter ? CUT : ''}`.trimEnd(),
    indent: ' '.repeat((cutBefore ? CUT.length : 0) + width(shown.filter(({ offset }) => offset < start))),
    marks: mark.repeat(Math.max(1, width(inside))),
  };
}

const CUT = '…';
const REACH = 4 * WIDTH;

/** The cells to show: all where they fit, else those around the place, with a third of the room before it. */
function windowed(all: readonly Cell[], start: number, end: number): readonly Cell[] {
  if (width(all) <= WIDTH) return all;
  const before = width(all.filter(({ offset }) => offset < start));
  const wanted = width(all.filter(({ offset }) => offset >= start && offset < end));
  const most = Math.max(0, width(all) - (WIDTH - 1));
  const fits = before + wanted < WIDTH;
  const skip = fits ? 0 : Math.min(most, before - Math.floor(WIDTH / 3));
  const room = WIDTH - (skip > 0 ? 1 : 0) - 1;
  let passed = 0;
  return all.filter((cell) => {
    const at = passed;
    passed += cell.width;
    return at >= skip && passed <= skip + room;
  });
}

function width(shown: readonly Cell[]): number {
  return shown.reduce((sum, cell) => sum + cell.width, 0);
}

/** The offset within the text that is nearest, and not in the middle of a surrogate pair. */
function boundary(text: string, offset: number): number {
  const within = Math.min(Math.max(offset, 0), text.length);
  return /[\udc00-\udfff]/.test(text.charAt(within)) ? within - 1 : within;
}
