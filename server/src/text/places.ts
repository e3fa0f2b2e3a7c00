import { LineTable } from './lines.ts';
import { split, type TextPart } from './parts.ts';
import type { Range } from './range.ts';

/** A place in one of the files that a text consists of. */
export interface PlaceInPart {
  readonly part: TextPart;
  readonly lines: LineTable;
  readonly at: Range;
}

/** Where places of a text lie: in its own file, or in one that it extends. */
export function placesIn(whole: string): (at: Range) => PlaceInPart {
  const parts = split(whole).map((part) => ({ part, lines: new LineTable(part.text) }));
  return ({ start, end }) => {
    const { part, lines } = parts.findLast((one) => one.part.start <= start) ?? only(whole);
    // A line that goes with its end takes nothing of the file behind it.
    const inside = (offset: number) => Math.min(offset - part.start, part.text.length);
    return { part, lines, at: { start: inside(start), end: inside(end) } };
  };
}

function only(text: string): Omit<PlaceInPart, 'at'> {
  return { part: { path: '', start: 0, text }, lines: new LineTable(text) };
}
