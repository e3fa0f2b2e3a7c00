import type { Analysis } from '../analyze.ts';
import { judgedDays, type Turn, turnTold } from '../features/timeline.ts';
import { wordsOf } from '../text/markup.ts';
import { type Bundle, say } from '../text/message.ts';
import { type Picture, pictureOf } from './picture.ts';
import type { Sight } from './scene.ts';

/** What is drawn anew: elements by their ids. */
export type Changes = Readonly<Record<string, string>>;

/** A day on which the picture is another than on the day before. */
export interface Chapter {
  readonly date: string;
  readonly errors: number;
  readonly warnings: number;
  /** What has come and gone, a sentence each. */
  readonly told: readonly string[];
  /** Against the chapter before; of the first one, against the picture of the day that is shown. */
  readonly changes: Changes;
}

/** The first day of the story: LCS 2005 met its first public providers in that year. */
export const BEGINNING = '2005-01-01';

/**
 * The story of a map, from its first day on. Each day that could matter takes an analysis, so nothing is told between two of them
 * where nothing has changed: who has other things to do may do them then.
 */
export function* story(analysis: Analysis, { scene, standsOn }: Sight): Iterable<Chapter | undefined> {
  let before = pictureOf(scene);
  for (const day of judgedDays(analysis, analysis.options, BEGINNING)) {
    const { turn, analysis: judged } = day;
    if (judged.asOf !== BEGINNING && turn === undefined) {
      yield undefined;
      continue;
    }
    const now = pictureOf({ ...scene, standings: standsOn(judged), trail: undefined });
    const count = (wanted: string) => judged.problems.filter(({ severity }) => severity === wanted).length;
    yield {
      date: judged.asOf,
      errors: count('error'),
      warnings: count('warning'),
      told: turn ? toldOf(turn, scene.bundle) : [],
      changes: changesBetween(before, now),
    };
    before = now;
  }
}

/** What has to be drawn anew for one picture to become another one with the same elements. */
export function changesBetween(before: Picture, now: Picture): Changes {
  return Object.fromEntries([...now.elements].filter(([id, element]) => before.elements.get(id) !== element));
}

const MOST_TOLD = 6;

function toldOf(turn: Turn, bundle: Bundle): readonly string[] {
  const all = turnTold(turn);
  const rest = all.length > MOST_TOLD ? [say`And ${all.length - MOST_TOLD} more.`] : [];
  return [...new Set([...all.slice(0, MOST_TOLD), ...rest].map((one) => wordsOf(one, bundle)))];
}
