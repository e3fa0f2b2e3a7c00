import type { Analysis } from '../analyze.ts';
import type { Origin } from '../plan/import/found.ts';
import { placeIn } from '../plan/import/places.ts';
import { LineTable } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { pathAround } from '../yaml/locate.ts';
import type { Path } from '../yaml/tree.ts';
import type { Place } from './reports/places.ts';
import type { Checked } from './reports/reported.ts';

/** The files that a text comes from which stands in none itself: what they say together. */
export interface Sources {
  readonly files: readonly SourceFile[];
  /** Where what stands at a path of the text was found. */
  originAt(path: Path): Origin | undefined;
  /** What they do not show, so that nothing follows from its absence. */
  readonly untold: readonly Path[];
}

/** A file as it was read. */
export interface SourceFile {
  /** As reports show it. */
  readonly path: string;
  /** Where it lies; absent for standard input. */
  readonly file?: string | undefined;
  readonly text: string;
}

/** What was found in a text, by the files that it comes from. */
export function bySource(
  checked: Checked,
  { files, originAt }: Pick<Sources, 'files' | 'originAt'>,
): readonly Checked[] {
  const { analysis } = checked;
  const comesFrom = remembered(wayBack(analysis, { files, originAt }));
  return files.map(({ path, file }, i) => {
    const isHere = ({ at }: { readonly at: Range }) => comesFrom(at).path === path;
    const here = {
      problems: analysis.problems.filter(isHere),
      suppressed: analysis.suppressed.filter(({ problem }) => isHere(problem)),
      failures: i === 0 ? analysis.failures : [],
    };
    return { ...checked, path, file, analysis: { ...analysis, ...here }, comesFrom };
  });
}

/** The way from a place in the text back to where it was found; what nobody can tell is the first file as a whole. */
function wayBack(
  { root, text }: Analysis,
  { files, originAt }: Pick<Sources, 'files' | 'originAt'>,
): (at: Range) => Place {
  const known = new Map(files.map(({ path, text: whole }) => [path, new LineTable(whole)]));
  const [first = ''] = known.keys();
  return (at) => {
    const { source = first, line, last } = originAt(pathAround(root, at)) ?? {};
    const path = known.has(source) ? source : first;
    const lines = known.get(path) ?? new LineTable('');
    if (line === undefined) return { path, lines, at: undefined };
    const words = text.slice(at.start, at.end).replace(/^(["'])(.*)\1$/s, '$2');
    return { path, lines, at: placeIn(lines, { line, ...(last !== undefined && { last }) }, words) };
  };
}

function remembered(find: (at: Range) => Place): (at: Range) => Place {
  const known = new Map<string, Place>();
  return (at) => {
    const key = `${at.start} ${at.end}`;
    const place = known.get(key) ?? find(at);
    known.set(key, place);
    return place;
  };
}
