import { resolve } from 'node:path';
import type { Analysis } from '../analyze.ts';
import { throughName } from '../features/own-part.ts';
import type { SpecPart } from '../spec/extended.ts';
import { calledBeside, placesIn } from '../spec/placed.ts';
import type { TextEdit } from '../text/edit.ts';
import { split } from '../text/parts.ts';
import type { Range } from '../text/range.ts';
import type { Input } from './files.ts';
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
      written: (edits) => editsIn(part, edits),
      whole: analysis,
    };
  });
}

/** The files that a spec consists of, each with what it is in another text of all of them. */
export function filesIn(input: Input, text: string): readonly { readonly input: Input; readonly text: string }[] {
  const { extended } = input;
  if (extended === undefined) return [{ input, text }];
  const after = new Map(split(text).flatMap((one) => (one.fault ? [] : [[one.path, one.text]])));
  const files = split(input.text);
  const own = files[0]?.path ?? '';
  return files.flatMap(({ path: file, text: before, fault }) => {
    if (fault !== undefined) return [];
    const { encoding, bom } = extended.get(file) ?? input;
    const path = calledBeside(input.path, own, file);
    const one = { path, file, project: input.project, encoding, bom, text: before };
    return { input: one, text: after.get(file) ?? before };
  });
}

/** Edits of a whole as those of one of its files; none where they change others as well. */
export function editsIn(part: Part, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.every(({ at }) => isIn(part, at)) ? edits.map((edit) => moved(edit, part)) : [];
}

type Part = Pick<SpecPart, 'start' | 'text'>;

function isIn({ start, text }: Part, at: Range): boolean {
  return start <= at.start && at.end <= start + text.length;
}

function back({ start, end }: Range, by: number): Range {
  return { start: start - by, end: end - by };
}

function moved({ at, insert }: TextEdit, { start }: Part): TextEdit {
  return { at: back(at, start), insert };
}
