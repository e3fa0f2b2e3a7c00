import type { Analysis } from '../analyze.ts';
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
): readonly Hint[] {
  return wanted
    .flatMap((kind) => [...FINDERS[kind](analysis, within)])
    .filter(({ offset }) => within.start <= offset && offset <= within.end)
    .toSorted((a, b) => a.offset - b.offset);
}

const FINDERS: Readonly<Record<HintKind, FindHints>> = {
  records: recordHints,
  defaults: defaultHints,
  endings: endingHints,
  partners: partnerHints,
};
