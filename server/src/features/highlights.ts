import type { Analysis } from '../analyze.ts';
import type { Range } from '../text/range.ts';
import { mentionAt, mentionsOf } from './runbook/objects.ts';

/** A place that names what stands at the cursor. */
export interface Highlight {
  readonly at: Range;
  /** The entry that says what it is, or a place that uses it. */
  readonly kind: 'entry' | 'use';
}

/** The places of a document that name the same object as the text at an offset. */
export function highlights(analysis: Analysis, offset: number): readonly Highlight[] {
  const object = mentionAt(analysis, offset);
  if (object === undefined) return [];
  return mentionsOf(analysis, object).map(({ at, role }) => ({ at, kind: role === 'entry' ? 'entry' : 'use' }));
}
