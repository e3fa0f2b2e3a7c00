import type { Language } from '../../../protocol/locale.ts';
import type { Analysis } from '../analyze.ts';
import { catalog } from '../catalog/catalog.generated.ts';
import { ruleIds } from '../rules/ids.generated.ts';
import { namedIn, placeNamed } from '../spec/extended.ts';
import { each, type Leaf } from '../spec/model.ts';
import { code, type Message, prose, say } from '../text/message.ts';
import { hasPlaceholder } from '../text/placeholder.ts';
import type { Range } from '../text/range.ts';
import { docsUrl, factUrl } from './docs-url.ts';

/** A place that leads to a page, or to a file by its path relative to the document. */
export interface Link {
  readonly at: Range;
  readonly to: { readonly url: string } | { readonly file: string };
  readonly tooltip?: Message;
}

/** Where a document leads: addresses in it, files of certificates, the pages of suppressed rules, what is known of its product. */
export function links(analysis: Analysis, language?: Language): readonly Link[] {
  const { spec, suppressions } = analysis;
  const { product, edgeProduct } = spec.server ?? {};
  return [
    ...addresses(analysis.text),
    ...namedIn(analysis.root).flatMap(({ at, name }) =>
      placeNamed('', name) === undefined ? [] : { at, to: { file: name } },
    ),
    ...each(spec.certificates).flatMap(({ file }) => (file ? fileLink(file) : [])),
    ...[product, edgeProduct].flatMap((one) => (one ? [productLink(one, language)] : [])),
    ...suppressions.flatMap(({ rule, at }): readonly Link[] => {
      const id = ruleIds.find((known) => known === rule);
      return id ? [{ at, to: { url: docsUrl(id, language) }, tooltip: say`What ${code(id)} means` }] : [];
    }),
  ].toSorted((a, b) => a.at.start - b.at.start);
}

/** What stands in YAML, PowerShell or prose behind an address ends it. */
const ADDRESS = /\bhttps?:\/\/[^\s"'`<>{}[\]|\\^]{1,4000}/g;

function addresses(text: string): readonly Link[] {
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: found, index }): readonly Link[] => {
    // Of an address with a placeholder in it, nobody knows yet where it leads.
    if (text[index + found.length] === '<') return [];
    const url = withoutEnd(found);
    if (!URL_WITH_HOST.test(url)) return [];
    return [{ at: { start: index, end: index + url.length }, to: { url } }];
  });
}

const URL_WITH_HOST = /^https?:\/\/[^/?#]/;

/** An address without what belongs to the sentence around it: marks at the end, and a bracket that was opened before it. */
function withoutEnd(found: string): string {
  const url = found.replace(/(?<![.,;:!?*])[.,;:!?*]+$/, '');
  const isOpenedBefore = url.endsWith(')') && url.split('(').length < url.split(')').length;
  return isOpenedBefore ? withoutEnd(url.slice(0, -1)) : url;
}

function fileLink({ value, at }: Leaf<string>): readonly Link[] {
  if (hasPlaceholder(value) || /^[a-z][a-z0-9+.-]+:/i.test(value)) return [];
  return [{ at, to: { file: value.trim() }, tooltip: say`Open the certificate` }];
}

function productLink({ value, at }: Leaf<keyof typeof catalog.products>, language?: Language): Link {
  const { name } = catalog.products[value];
  const url = factUrl('products', value, language);
  return { at, to: { url }, tooltip: say`What is known of ${prose(name)}, with sources` };
}
