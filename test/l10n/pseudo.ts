import { english } from '../../scripts/l10n/english.ts';
import type { Bundle } from '../../server/src/text/message.ts';

/** A language in which every text of ours stands in brackets, so that what stands in none was not translated. */
export function pseudo(): Bundle {
  const texts = Object.values(english()).flatMap((found) => [...found]);
  return Object.fromEntries(texts.map((text) => [text, `⟦${text}⟧`]));
}
