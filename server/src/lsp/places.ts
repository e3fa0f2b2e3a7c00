import type { Location } from 'vscode-languageserver';
import type { PlaceInSpec } from '../../../protocol/methods.ts';
import { derived } from '../text/derived.ts';
import type { LineTable } from '../text/lines.ts';
import { placesIn } from '../text/places.ts';
import type { Range } from '../text/range.ts';
import { type Identified, toRange } from './convert.ts';
import type { Opened } from './opened.ts';

/** A place in a document, or in a file that this extends. */
export interface Placed {
  readonly document: Identified;
  readonly lines: LineTable;
  readonly at: Range;
}

export type PlaceOf = (at: Range) => Placed;

/** Where what is known of a document lies. */
export const placesOf = derived((opened: Pick<Opened, 'uri' | 'version' | 'extended' | 'analysis'>): PlaceOf => {
  const { extended, analysis } = opened;
  if (extended === undefined) return (at) => ({ document: opened, lines: analysis.lines, at });
  const inPart = placesIn(analysis.text);
  return (at) => {
    const { part, ...place } = inPart(at);
    return { document: extended.get(part.path) ?? opened, ...place };
  };
});

/** Where a place of a spec begins, for a client that knows which spec it is of. */
export function toPlaceInSpec(opened: Parameters<typeof placesOf>[0], at: Range): PlaceInSpec {
  const { uri, range } = toLocation(placesOf(opened)(at));
  return uri === opened.uri ? range.start : { ...range.start, uri };
}

/** A place as the client names it. */
export function toLocation({ document: { uri }, lines, at }: Placed): Location {
  return { uri, range: toRange(lines, at) };
}
