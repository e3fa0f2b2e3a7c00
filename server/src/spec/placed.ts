import type { LineTable } from '../text/lines.ts';
import { split } from '../text/parts.ts';
import { placesIn as inParts } from '../text/places.ts';
import type { Range } from '../text/range.ts';
import { placeNamed } from './extended.ts';

/** A place in one of the files that a spec consists of. */
export interface PlaceInFile {
  /** Of the file, as the spec is called. */
  readonly path: string;
  readonly lines: LineTable;
  readonly at: Range;
}

/** Where places of a text lie: in its own file, which is called so, or in one that it extends. */
export function placesIn(path: string, text: string): (at: Range) => PlaceInFile {
  const [own] = split(text);
  const placeOf = inParts(text);
  return (at) => {
    const { part, ...place } = placeOf(at);
    return { path: calledBeside(path, own?.path ?? '', part.path), ...place };
  };
}

/** How a file is called that a spec extends, in the manner in which that is called. */
export function calledBeside(path: string, own: string, part: string): string {
  if (part === own) return path;
  const [from, to] = [own.split('/').slice(0, -1), part.split('/')];
  const other = from.findIndex((step, i) => step !== to[i]);
  const same = other < 0 ? from.length : other;
  const way = [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
  return placeNamed(path, way) ?? part;
}
