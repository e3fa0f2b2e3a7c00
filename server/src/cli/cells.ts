import { eastAsianWidth } from 'get-east-asian-width';
import { once } from '../text/once.ts';
import { visible } from '../text/visible.ts';

/** One character as a reader sees it: what a terminal gets, how many columns that takes, and where it stood. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  /** In UTF-16 units from the start of the text. */
  readonly offset: number;
}

/** The text as columns of a terminal. Tabs become spaces; what would steer the terminal becomes visible. */
export function cells(text: string): readonly Cell[] {
  if (SIMPLE.test(text)) return Array.from(text, (char, offset) => ({ text: char, width: 1, offset }));
  return Array.from(graphemes().segment(text), ({ segment, index }) => {
    const shown = visible(segment.replaceAll('\t', TAB));
    return { text: shown, width: widthOfOne(shown), offset: index };
  });
}

/** The columns of a terminal that a text takes. */
export function widthOf(text: string): number {
  return cells(text).reduce((sum, { width }) => sum + width, 0);
}

/** Most texts never need it, and to make it takes as long as to check a spec. */
const graphemes = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));
const SIMPLE = /^[ -~]*$/;
const TAB = '    ';
const INVISIBLE = /^[\p{Mn}\p{Me}\u200b-\u200d\u2060\ufeff]+$/u;

function widthOfOne(grapheme: string): number {
  if (grapheme === TAB) return TAB.length;
  if (INVISIBLE.test(grapheme)) return 0;
  return grapheme.includes('\ufe0f') ? 2 : eastAsianWidth(grapheme.codePointAt(0) ?? 0);
}
