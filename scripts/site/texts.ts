import type { Language } from '../../protocol/locale.ts';
import { attributes, escaped, wordsOf } from '../../server/src/text/markup.ts';
import { type Bundle, ENGLISH, type Message } from '../../server/src/text/message.ts';
import { korean } from '../l10n/korean.ts';

const bundles: Readonly<Record<Language, Bundle>> = { en: ENGLISH, ko: korean() };

/** A text as it stands in HTML. */
export function textIn(language: Language, message: Message): string {
  return escaped(wordsOf(message, bundles[language]));
}

/** The same, not yet escaped. */
export function wordsIn(language: Language, message: Message): string {
  return wordsOf(message, bundles[language]);
}

/** What something is called that shows no words. */
export function namedIn(language: Language, message: Message): string {
  const words = wordsIn(language, message);
  return attributes({ 'aria-label': words, title: words });
}
