import { posix, resolve } from 'node:path';
import type { Analysis } from '../analyze.ts';
import type { Problem } from '../problem.ts';
import type { SpecPart } from '../spec/extended.ts';
import type { TextEdit } from '../text/edit.ts';
import { LineTable } from '../text/lines.ts';
import { say } from '../text/message.ts';
import { split } from '../text/parts.ts';
import type { Range } from '../text/range.ts';
import type { Place } from './reports/places.ts';
import type { Checked } from './reports/reported.ts';

/** Where places of a text lie: in its file, or in one that it extends. */
export function placesIn(path: string, text: string): (at: Range) => Place {
  const parts = split(text).map((part) => ({ ...part, lines: new LineTable(part.text) }));
  const own = parts[0]?.path ?? '';
  return (at) => {
    const part = parts.findLast(({ start }) => start <= at.start);
    if (part === undefined) return { path, lines: new LineTable(text), at };
    return { path: pathOf(path, own, part.path), lines: part.lines, at: back(at, part.start) };
  };
}

/** What was found in a spec, by the files that it consists of. */
export function byFile(checked: Checked): readonly Checked[] {
  const { analysis, path, file } = checked;
  const { parts, text } = analysis;
  if (parts === undefined || parts.length < 2) return [checked];
  const comesFrom = placesIn(path, text);
  const own = parts[0]?.path ?? '';
  return parts.map((part, i) => {
    const isHere = ({ at }: { readonly at: Range }) => isIn(part, at);
    const here: Partial<Analysis> = {
      root: part.root,
      problems: analysis.problems.filter(isHere).map((problem) => throughName(problem, part)),
      suppressed: analysis.suppressed.filter(({ problem }) => isHere(problem)),
      failures: i === 0 ? analysis.failures : [],
    };
    return {
      ...checked,
      path: pathOf(path, own, part.path),
      ...(file !== undefined && { file: i === 0 ? file : resolve(part.path) }),
      analysis: { ...analysis, ...here },
      comesFrom,
      written: (edits) => (edits.every(({ at }) => isIn(part, at)) ? edits.map((edit) => moved(edit, part)) : []),
      whole: analysis,
    };
  });
}

/** How a file is called that a spec extends, in the manner in which that is called. */
export function pathOf(path: string, own: string, part: string): string {
  return part === own ? path : posix.join(posix.dirname(path), posix.relative(posix.dirname(own), part));
}

function isIn({ start, text }: SpecPart, at: Range): boolean {
  return start <= at.start && at.end <= start + text.length;
}

function back({ start, end }: Range, by: number): Range {
  return { start: start - by, end: end - by };
}

function moved({ at, insert }: TextEdit, { start }: SpecPart): TextEdit {
  return { at: back(at, start), insert };
}

/** Who reads a shared file sees which spec the problem is one of. */
function throughName(problem: Problem, { namedAt }: SpecPart): Problem {
  if (namedAt === undefined) return problem;
  return { ...problem, related: [...(problem.related ?? []), { at: namedAt, message: say`This spec extends it.` }] };
}
