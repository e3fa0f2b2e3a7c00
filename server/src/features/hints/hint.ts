import type { Language } from '../../../../protocol/locale.ts';
import type { Analysis } from '../../analyze.ts';
import type { Place } from '../../spec/model.ts';
import type { Message } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';

/** What hints tell: records that have to exist, values that hold unsaid, the end of services, the way partners are reached. */
export const hintKinds = ['records', 'defaults', 'endings', 'partners'] as const;

export type HintKind = (typeof hintKinds)[number];

/** A few words that are shown behind a place and do not stand in the text. */
export interface Hint {
  readonly offset: number;
  readonly label: Message;
  /** What it rests on, as Markdown. */
  readonly tooltip: Message;
}

/** Finds the hints of one kind whose places lie in a stretch of the document; what they rest on is explained in a language. */
export type FindHints = (analysis: Analysis, within: Range, language?: Language) => Iterable<Hint>;

/** The places that lie in a stretch at least in part. */
export function placesIn<T extends Place>(places: readonly T[], within: Range): readonly T[] {
  return places.filter(({ at }) => reaches(at, within));
}

/** Whether a stretch lies in another one at least in part. */
export function reaches(at: Range, within: Range): boolean {
  return at.start <= within.end && within.start <= at.end;
}
