import type { Analysis } from '../analyze.ts';
import type { Range } from '../text/range.ts';
import { mentionsOf, type ObjectName } from './runbook/objects.ts';

/** All places of a document that name an object, with or without its entry in the spec. */
export function references(
  analysis: Analysis,
  object: ObjectName,
  { declaration }: { readonly declaration: boolean },
): readonly Range[] {
  return mentionsOf(analysis, object).flatMap(({ at, role }) => (role === 'entry' && !declaration ? [] : [at]));
}
