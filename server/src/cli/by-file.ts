import { resolve } from 'node:path';
import type { Analysis } from '../analyze.ts';
import { throughName } from '../features/own-part.ts';
import type { SpecPart } from '../spec/extended.ts';
import { calledBeside, placesIn } from '../spec/placed.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';
import type { Checked } from './reports/reported.ts';

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
      path: calledBeside(path, own, part.path),
      ...(file !== undefined && { file: i === 0 ? file : resolve(part.path) }),
      analysis: { ...analysis, ...here },
      comesFrom,
      written: (edits) => (edits.every(({ at }) => isIn(part, at)) ? edits.map((edit) => moved(edit, part)) : []),
      whole: analysis,
    };
  });
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
