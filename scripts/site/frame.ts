import { posix } from 'node:path';
import type { Language } from '../../protocol/locale.ts';
import { escaped } from '../../server/src/text/markup.ts';
import { say } from '../../server/src/text/message.ts';
import { PLAYGROUND, pageAt } from './places.ts';
import { textIn } from './texts.ts';

interface Framed {
  readonly path: string;
  readonly title: string;
  readonly language: Language;
  /** The page in the other language. */
  readonly twin: string;
  /** The main element. */
  readonly body: string;
  /** What stands in the head besides. */
  readonly head?: string;
  /** What the page may load. A page that says nothing runs no script. */
  readonly policy?: string;
}

/** Nothing is asked of anybody but of the place that the page is from. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** A page with what all pages have around it. */
export function framed({ path, title, language, twin, body, head = '', policy = POLICY }: Framed): string {
  const to = (target: string) => posix.relative(posix.dirname(path), target);
  const docs = language === 'ko' ? 'docs/ko/' : 'docs/';
  const home = pageAt(language === 'ko' ? 'docs/ko/README.md' : 'README.md');
  const other = language === 'ko' ? 'en' : 'ko';
  const places = [
    [home, say`Home`],
    [PLAYGROUND[language], say`Playground`],
    [pageAt(`${docs}rules/README.md`), say`Rules`],
    [pageAt(`${docs}format.md`), say`Format`],
    [pageAt(`${docs}cli.md`), say`Command line`],
    [pageAt(`${docs}editors.md`), say`Editors`],
  ] as const;
  const links = places.map(
    ([target, name]) =>
      `<a href="${to(target)}"${target === path ? ' aria-current="page"' : ''}>${textIn(language, name)}</a>`,
  );
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title === NAME ? NAME : `${title} · ${NAME}`)}</title>
<link rel="icon" href="${to('assets/icon.png')}">
<link rel="stylesheet" href="${to('assets/site.css')}">
${head}</head>
<body>
<a class="skip" href="#content">${textIn(language, say`Skip to the content`)}</a>
<header>
<nav aria-label="${textIn(language, say`Site`)}">${links.join('\n')}</nav>
<a class="language" href="${to(twin)}" lang="${other}" hreflang="${other}">${other === 'ko' ? '한국어' : 'English'}</a>
</header>
${body}
</body>
</html>
`;
}

const NAME = 'Lync Federation';
