import type { Language } from '../../../protocol/locale.ts';
import type { RuleId } from '../rules/ids.generated.ts';

/** Where the product lives. */
export const REPOSITORY = 'https://github.com/lync-federation/lync-federation';

/** A page of the documentation by its path there, in the language of its reader. */
export function pageUrl(path: string, language: Language = 'en'): string {
  return `${REPOSITORY}/blob/main/docs/${language === 'en' ? '' : `${language}/`}${path}`;
}

/** The page that explains a rule. */
export function docsUrl(rule: RuleId, language?: Language): string {
  return pageUrl(`rules/${rule}.md`, language);
}

/** The place in the documentation where a fact of the catalog stands with its sources. */
export function factUrl(group: string, id: string, language?: Language): string {
  return pageUrl(`facts.md#${group}.${id}`, language);
}
