import { posix } from 'node:path';
import MarkdownIt from 'markdown-it';
import { REPOSITORY } from '../../server/src/features/docs-url.ts';
import { pageAt } from './places.ts';

interface Around {
  /** The document, by its path in the repository. */
  readonly source: string;
  /** All documents that become pages. */
  readonly known: ReadonlySet<string>;
  /** Takes the pictures that are shown. */
  readonly pictures: Set<string>;
}

interface Rendered {
  /** The first heading. */
  readonly title: string;
  readonly html: string;
}

/** A document of ours as HTML. Its links lead to the pages of the site, and to the repository for all that is no page. */
export function htmlOf(markdown: string, around: Around): Rendered {
  const tokens = renderer.parse(markdown, {});
  const slugs = new Map<string, number>();
  let title = '';
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    if (token.type === 'heading_open') {
      const text = wordsOf(next?.children ?? []);
      title ||= text;
      token.attrSet('id', slugOf(text, slugs));
    }
    // A corner of a table is nobody's heading.
    if (token.type === 'th_open' && next?.content === '')
      for (const one of [token, tokens[i + 2]]) if (one) one.tag = 'td';
    for (const inner of token.children ?? []) {
      const name = inner.type === 'image' ? 'src' : 'href';
      const target = inner.attrGet(name);
      if (target !== null) inner.attrSet(name, followed(decodeURI(String(target)), around));
    }
  }
  return { title, html: renderer.renderer.render(tokens, renderer.options, {}) };
}

/** What we have written ourselves may hold HTML. */
const renderer = new MarkdownIt({ html: true });
// What is wider than a page is scrolled, with keys as well.
renderer.renderer.rules.table_open = () => '<div class="wide" tabindex="0"><table>\n';
renderer.renderer.rules.table_close = () => '</table></div>\n';
renderer.renderer.rules.fence = (tokens, i) =>
  `<pre class="wide" tabindex="0"><code>${renderer.utils.escapeHtml(tokens[i]?.content ?? '')}</code></pre>\n`;

function followed(target: string, { source, known, pictures }: Around): string {
  if (/^[a-z]+:|^#/i.test(target)) return target;
  const [path = '', fragment] = target.split('#', 2);
  const found = posix.join(posix.dirname(source), path);
  const behind = fragment === undefined ? '' : `#${fragment}`;
  const folder = posix.dirname(pageAt(source));
  if (known.has(found)) return posix.relative(folder, pageAt(found)) + behind;
  if (/\.(?:png|svg)$/.test(found)) {
    pictures.add(found);
    return posix.relative(folder, found);
  }
  return `${REPOSITORY}/blob/main/${found}${behind}`;
}

type Inline = NonNullable<ReturnType<typeof renderer.parse>[number]['children']>;

function wordsOf(inline: Inline): string {
  return inline.map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : '')).join('');
}

/** As GitHub makes it. */
function slugOf(text: string, slugs: Map<string, number>): string {
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
  const times = slugs.get(slug) ?? 0;
  slugs.set(slug, times + 1);
  return times === 0 ? slug : `${slug}-${times}`;
}
