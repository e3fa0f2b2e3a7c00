/** A language of all that people read. */
export type Language = 'en' | 'ko';

/**
 * The language of a tag, which its first part tells: `ko`, `ko-KR`, `ko_KR.UTF-8`; English where the language is none of ours.
 * @param tag as a client or a machine says it, which may be anything
 */
export function languageOf(tag: unknown): Language {
  const [first = ''] = String(tag ?? '').split(/[-_.@]/);
  return first.toLowerCase() === 'ko' ? 'ko' : 'en';
}

/** The name of the file with the rule pages of a language, from the folder of a bundle. */
export function pagesFile(language: Language): string {
  return `pages/${language}.json`;
}

/** The name of the file with the texts of a language, from the folder of a bundle. */
export function textsFile(language: Language): string {
  return `l10n/${language}.json`;
}
