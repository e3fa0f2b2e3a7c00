import { createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch, type StructuredPatch } from 'diff';
import { plainLine, visiblePatch } from '../text/visible.ts';

/** A unified diff of a file, as `git apply` takes it: all changes apart, or, where there are thousands, as one. */
export function patch(path: string, before: string, after: string): string {
  const name = plainLine(path.replace(/^\/+/, ''));
  const [from, to] = [`a/${name}`, `b/${name}`];
  const options = { context: CONTEXT, headerOptions: FILE_HEADERS_ONLY, maxEditLength: MOST_CHANGED };
  const areMany = strangers(before, after) + strangers(after, before) > MOST_CHANGED;
  const apart = areMany ? undefined : createTwoFilesPatch(from, to, before, after, undefined, undefined, options);
  return visiblePatch(apart ?? formatPatch(inOne(from, to, { before, after }), FILE_HEADERS_ONLY));
}

const CONTEXT = 3;

/** Lines that may be taken out and put in before it takes too long to find out which: that grows with their square. */
const MOST_CHANGED = 2000;

/** The lines of a text that the other one has nowhere, which are changed whatever else is. */
function strangers(text: string, other: string): number {
  const others = new Set(linesOf(other));
  return linesOf(text).filter((line) => !others.has(line)).length;
}

/** All between the first and the last line that differ. */
function inOne(
  oldFileName: string,
  newFileName: string,
  { before, after }: { readonly before: string; readonly after: string },
): StructuredPatch {
  const [old, now] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let same = 0;
  const most = Math.min(old.length, now.length) - start;
  while (same < most && old.at(-1 - same) === now.at(-1 - same)) same++;
  const first = Math.max(0, start - CONTEXT);
  const end = old.length - same;
  const last = Math.min(old.length, end + CONTEXT);
  const marked = (mark: string, lines: readonly string[]) =>
    lines.flatMap((line) =>
      line.endsWith('\n') ? `${mark}${line.slice(0, -1)}` : [`${mark}${line}`, '\\ No newline at end of file'],
    );
  const hunk = {
    oldStart: first + 1,
    oldLines: last - first,
    newStart: first + 1,
    newLines: last - first + now.length - old.length,
    lines: [
      ...marked(' ', old.slice(first, start)),
      ...marked('-', old.slice(start, end)),
      ...marked('+', now.slice(start, now.length - same)),
      ...marked(' ', old.slice(end, last)),
    ],
  };
  return { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [hunk] };
}

/** The lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
