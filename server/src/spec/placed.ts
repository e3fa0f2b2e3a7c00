import type { LineTable } from '../text/lines.ts';
import { split } from '../text/parts.ts';
import { placesIn as inParts } from '../text/places.ts';
import type { Range } from '../text/range.ts';

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

/** A place for programs, from 1 on; they are told the file where that is not the one that is called so. */
export function pointTo(at: Range, { path, placeOf }: Placing): Point {
  const { path: file, lines, at: here } = placeOf(at);
  const { line, column } = lines.position(here.start);
  return { ...(file !== path && { file }), line: line + 1, column: column + 1 };
}

/** What a spec is called, and where places of it lie. */
export interface Placing {
  readonly path: string;
  readonly placeOf: (at: Range) => PlaceInFile;
}

export interface Point {
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

/** How a file is called that a spec extends, in the manner in which that is called. */
export function calledBeside(path: string, own: string, part: string): string {
  if (part === own) return path;
  const [from, to] = [own.split('/').slice(0, -1), part.split('/')];
  const other = from.findIndex((step, i) => step !== to[i]);
  const same = other < 0 ? from.length : other;
  let folder = path.replace(/[^\\/]*$/, '');
  for (let up = from.length; up > same; up--) folder = above(folder);
  return folder + to.slice(same).join('/');
}

function above(folder: string): string {
  return folder === '' || folder.endsWith('../') ? `${folder}../` : folder.replace(/[^\\/]*[\\/]$/, '');
}
