import type { Language } from '../../../protocol/locale.ts';
import type { RuleId } from '../rules/ids.generated.ts';

/** Where the product lives. */
export const REPOSITORY = 'https://github.com/lync-federation/lync-federation';

/** The page that explains a rule, in the language of its reader. */
export function docsUrl(rule: RuleId, language: Language = 'en'): string {
  return `${REPOSITORY}/blob/main/docs/${language === 'en' ? '' : `${language}/`}rules/${rule}.md`;
}

/** The place in the documentation where a fact of the catalog stands with its sources. */
export function factUrl(group: string, id: string): string {
  return `${REPOSITORY}/blob/main/docs/facts.md#${group}.${id}`;
}
