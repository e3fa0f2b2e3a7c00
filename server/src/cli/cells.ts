import { eastAsianWidth } from 'get-east-asian-width';

/** One character as a reader sees it: what a terminal gets, how many columns that takes, and where it stood. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  /** In UTF-16 units from the start of the text. */
  readonly offset: number;
}

/** The text as columns of a terminal. Tabs become spaces; what would steer the terminal becomes visible. */
export function cells(text: string): readonly Cell[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment, index }) => {
    const shown = visible(segment.replaceAll('\t', TAB));
    return { text: shown, width: widthOfOne(shown), offset: index };
  });
}

/** The columns of a terminal that a text takes. */
export function widthOf(text: string): number {
  return cells(text).reduce((sum, { width }) => sum + width, 0);
}

/** Text that is safe to print: escape sequences and direction marks in a file must not reach the terminal as such. */
export function visible(text: string): string {
  return text.replace(CONTROLS, (char) => {
    const at = char.charCodeAt(0);
    if (at < 0x20) return String.fromCharCode(0x2400 + at);
    return at === 0x7f ? '\u2421' : '\ufffd';
  });
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const TAB = '    ';
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const INVISIBLE = /^[\p{Mn}\p{Me}\u200b-\u200d\u2060\ufeff]+$/u;

function widthOfOne(grapheme: string): number {
  if (grapheme === TAB) return TAB.length;
  if (INVISIBLE.test(grapheme)) return 0;
  return grapheme.includes('\ufe0f') ? 2 : eastAsianWidth(grapheme.codePointAt(0) ?? 0);
}
