import type { Language } from '../../protocol/locale.ts';

/** The page of the playground, by language. */
export const PLAYGROUND: Readonly<Record<Language, string>> = {
  en: 'playground.html',
  ko: 'docs/ko/playground.html',
};

/** The path on the site of a document of the repository: it lies where it lies there. */
export function pageAt(source: string): string {
  return source.replace(/(^|\/)README\.md$/, '$1index.html').replace(/\.md$/, '.html');
}

/** The document that says the same in the other language, or else where that language begins. */
export function twinOf(source: string, known: ReadonlySet<string>): string {
  const english = source.replace(/^docs\/ko\//, 'docs/');
  if (source !== english) return known.has(english) ? english : 'README.md';
  const korean = source.replace(/^docs\//, 'docs/ko/');
  return source !== korean && known.has(korean) ? korean : 'docs/ko/README.md';
}
