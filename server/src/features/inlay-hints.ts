import type { Language } from '../../../protocol/locale.ts';
import type { Analysis } from '../analyze.ts';
import type { LineTable } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { defaultHints } from './hints/defaults.ts';
import { endingHints } from './hints/endings.ts';
import { type FindHints, type Hint, type HintKind, hintKinds } from './hints/hint.ts';
import { partnerHints } from './hints/partners.ts';
import { recordHints } from './hints/records.ts';

/** What a stretch of a spec leaves unsaid, in order of place; of the kinds that are wanted. */
export function inlayHints(
  analysis: Analysis,
  within: Range,
  wanted: readonly HintKind[] = hintKinds,
  language?: Language,
): readonly Hint[] {
  const found = wanted.flatMap((kind) => [...FINDERS[kind](analysis, within, language)]);
  return atLineEnds(found, analysis.lines)
    .filter(({ offset }) => within.start <= offset && offset <= within.end)
    .toSorted((a, b) => a.offset - b.offset);
}

/** Hints behind their lines, which they would tear apart in the middle; where several things of a line have one, nobody could tell whose it is. */
function atLineEnds(hints: readonly Hint[], lines: LineTable): readonly Hint[] {
  const byLine = new Map<number, Placed[]>();
  for (const hint of hints) {
    const line = lines.lineAt(hint.offset);
    const rest = lines
      .slice(hint.offset, lines.endOf(line))
      .replace(/(?:^|\s)#.*$/, '')
      .trimEnd();
    const placed = { hint, end: hint.offset + rest.length, isInside: /[^\s\]}]/.test(rest) };
    byLine.set(line, [...(byLine.get(line) ?? []), placed]);
  }
  return [...byLine.values()].flatMap((onLine) => {
    const isShared = new Set(onLine.map(({ hint }) => hint.offset)).size > 1 && onLine.some(({ isInside }) => isInside);
    return isShared ? [] : onLine.map(({ hint, end }) => ({ ...hint, offset: end }));
  });
}

interface Placed {
  readonly hint: Hint;
  /** Of what stands on its line. */
  readonly end: number;
  readonly isInside: boolean;
}

const FINDERS: Readonly<Record<HintKind, FindHints>> = {
  records: recordHints,
  defaults: defaultHints,
  endings: endingHints,
  partners: partnerHints,
};
