import { english } from '../../scripts/l10n/english.ts';
import type { Bundle } from '../../server/src/text/message.ts';

/** A language without Latin letters, in which each text of ours stands in brackets. What is left in Latin was not translated. */
export function pseudo(): Bundle {
  const texts = Object.values(english()).flatMap((found) => [...found]);
  return Object.fromEntries(texts.map((text) => [text, inBrackets(text)]));
}

/** A text in that language: values, code spans and addresses are what they were. */
export function inBrackets(english: string): string {
  return `⟦${english.replace(/\{\d+\}|`[^`]*`|\]\([^)]*\)|[A-Za-z]+/g, (part) => (/^[A-Za-z]/.test(part) ? '가'.repeat(part.length) : part))}⟧`;
}

/** What may stay as it is. */
export interface Known {
  /** Names, which count as a whole. */
  readonly names: ReadonlySet<string>;
  /** Words, which may stand in a name: `sip` and `contoso`. */
  readonly words: ReadonlySet<string>;
}

/** What is left in Latin outside of code spans, addresses and what may stay as it is. */
export function leftInLatin(shown: string, { names, words }: Known): readonly string[] {
  const rest = shown.replace(/\\(?=[^\w\s])/g, '').replace(/`[^`]*`|\]\([^)]*\)|https?:\/\/\S+/g, ' ');
  if (!/[A-Za-z]{2,}/.test(rest)) return [];
  const phrases = [...names].filter((name) => name.includes(' ')).toSorted((a, b) => b.length - a.length);
  const nameless = phrases.reduce((text, name) => text.replaceAll(name, ' '), rest);
  const left = (nameless.match(/[A-Za-z_][\w.-]*[A-Za-z\d]/g) ?? []).filter((name) => !names.has(name));
  return left.filter((name) => [...wordsOf(name)].some((word) => !words.has(word)));
}

/** The words of texts, as they stand there. */
export function wordsOf(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.toLowerCase().match(/[a-z]{2,}/g) ?? []));
}
