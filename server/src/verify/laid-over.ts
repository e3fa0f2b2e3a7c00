import { type Analysis, analyze } from '../analyze.ts';
import type { SpecEdit } from '../edits/fix.ts';
import { written } from '../edits/written.ts';
import { claimOf, type Problem } from '../problem.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';

/** What the rules find in a spec once it says what was seen, and did not find in it before; at the places that it has without that. */
export function laidOver(analysis: Analysis, edits: readonly SpecEdit[], asOf: string): readonly Problem[] | undefined {
  const { text, options } = analysis;
  const { certificateFiles: _, ...others } = options;
  const made = written(analysis, [{ edits }])?.edits ?? [];
  if (edits.length > 0 && (made.length === 0 || !areApart(made))) return undefined;
  const judged = { ...others, judgedAs: asOf };
  const before = new Set(analyze(text, { ...options, judgedAs: asOf }).problems.map(claimOf));
  return analyze(applyEdits(text, made), judged)
    .problems.filter((problem) => !before.has(claimOf(problem)))
    .map(({ fixes: _fixes, related: _related, ...problem }) => ({ ...problem, at: backThrough(made, problem.at) }));
}

function areApart(edits: readonly TextEdit[]): boolean {
  return edits.every(({ at }, i) => at.start >= (edits[i - 1]?.at.end ?? 0));
}

/** Where a place of the text after edits was before them. What was put in stands at what it replaces. */
function backThrough(edits: readonly TextEdit[], { start, end }: Range): Range {
  return { start: backFrom(edits, start).start, end: Math.max(backFrom(edits, start).start, backFrom(edits, end).end) };
}

function backFrom(edits: readonly TextEdit[], offset: number): Range {
  let shift = 0;
  for (const { at, insert } of edits) {
    const begin = at.start + shift;
    if (offset < begin) break;
    if (offset <= begin + insert.length) return at;
    shift += insert.length - (at.end - at.start);
  }
  return { start: offset - shift, end: offset - shift };
}
