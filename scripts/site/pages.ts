import { globSync, readFileSync } from 'node:fs';
import { basename, posix } from 'node:path';
import type { Language } from '../../protocol/locale.ts';
import { say } from '../../server/src/text/message.ts';
import { examples } from './examples.ts';
import { framed } from './frame.ts';
import { htmlOf } from './markdown.ts';
import { PLAYGROUND, pageAt, twinOf } from './places.ts';
import { playground } from './playground.ts';
import { textIn } from './texts.ts';

export interface SitePages {
  /** By their paths on the site. */
  readonly pages: ReadonlyMap<string, string>;
  /** What the pages show, by its place in the repository, which is that on the site as well. */
  readonly pictures: ReadonlySet<string>;
}

/** All pages: each document of the repository where it lies there, and the playground. */
export function sitePages(): SitePages {
  const sources = [
    ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SUPPORT.md'],
    ...globSync('docs/**/*.md').map((file) => file.replaceAll('\\', '/')),
  ].toSorted();
  const known = new Set(sources);
  const pictures = new Set<string>();
  const pages = new Map<string, string>();
  for (const source of sources) {
    const { title, html } = htmlOf(readFileSync(source, 'utf8'), { source, known, pictures });
    const language = languageOf(source);
    const path = pageAt(source);
    pages.set(
      path,
      framed({
        path,
        title,
        language,
        twin: pageAt(twinOf(source, known)),
        body: `<main id="content" class="page">${tried(source, language)}\n${html}</main>`,
      }),
    );
  }
  for (const language of ['en', 'ko'] as const) pages.set(PLAYGROUND[language], playground(language));
  return { pages, pictures };
}

function languageOf(source: string): Language {
  return source.startsWith('docs/ko/') ? 'ko' : 'en';
}

/** The page of a rule leads to its example in the playground, or says why there is none. */
function tried(source: string, language: Language): string {
  const rule = basename(source, '.md');
  const folder = posix.dirname(source);
  if (posix.basename(folder) !== 'rules' || rule === 'README') return '';
  if (!Object.hasOwn(examples, rule)) {
    const why = say`The playground has no example of this rule: it reads a file beside the spec, and the page has none.`;
    return `<p class="try">${textIn(language, why)}</p>`;
  }
  const path = posix.relative(folder, PLAYGROUND[language]);
  return `<p class="try"><a href="${path}#rule=${rule}">${textIn(language, say`Try it in the playground`)}</a></p>`;
}
