import { lineFeeds } from '../text/lines.ts';

/** Characters that PowerShell takes for a quote, a dash or a blank, those of word processors among them. */
export const SINGLE = /['\u2018-\u201b]/;
export const DOUBLE = /["\u201c-\u201e]/;
export const DASH = /[-\u2013-\u2015]/;
export const BLANK = /[\t\v\f\u0085\p{Z}]/u;

export function isQuote(char: string): boolean {
  return SINGLE.test(char) || DOUBLE.test(char);
}

/** The text with plain characters in their stead, and of a lone `\r`; every place stays where it is. */
export function plainCharacters(text: string): string {
  return lineFeeds(text)
    .replace(new RegExp(SINGLE, 'g'), "'")
    .replace(new RegExp(DOUBLE, 'g'), '"')
    .replace(new RegExp(DASH, 'g'), '-')
    .replace(new RegExp(BLANK, 'gu'), ' ');
}
