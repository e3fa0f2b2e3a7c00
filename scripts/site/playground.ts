import type { Language } from '../../protocol/locale.ts';
import { FIRST_DAY } from '../../protocol/map.ts';
import { attributes } from '../../server/src/text/markup.ts';
import { type Message, say } from '../../server/src/text/message.ts';
import { jsonOf } from '../../server/src/text/visible.ts';
import type { Words } from '../../site/src/words.ts';
import { exampleGroups } from './examples.ts';
import { framed } from './frame.ts';
import { PLAYGROUND } from './places.ts';
import { namedIn, textIn, wordsIn } from './texts.ts';

/** The editor makes styles of its own, servers are workers of texts that came with the page, and nothing can be asked of the network. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  'worker-src blob:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The page on which specs can be tried. What moves it is `site/src`, which says nothing in words of its own. */
export function playground(language: Language): string {
  const path = PLAYGROUND[language];
  const assets = `${'../'.repeat(path.split('/').length - 1)}assets`;
  const korean = language === 'ko' ? `<script defer src="${assets}/monaco.ko.js"></script>\n` : '';
  return framed({
    path,
    language,
    title: wordsIn(language, say`Playground`),
    twin: PLAYGROUND[language === 'ko' ? 'en' : 'ko'],
    policy: POLICY,
    head: `<link rel="stylesheet" href="${assets}/playground.css">
<link rel="stylesheet" href="${assets}/tried.css">
${korean}<script defer src="${assets}/playground.js"></script>
`,
    body: bodyIn(language),
  });
}

function bodyIn(language: Language): string {
  const text = (message: Message) => textIn(language, message);
  const button = (id: string, sign: string, message: Message) =>
    `<button type="button" id="${id}"${namedIn(language, message)}>${sign}</button>`;
  return `<main id="content" class="tried">
<h1>${text(say`Playground`)}</h1>
<p>${text(say`The language server of the editors runs in this page. What you type stays in it.`)}
${text(say`Tab leads out of the editor and on; Ctrl+M changes that.`)}</p>
<noscript><p>${text(say`The playground needs scripts.`)}</p></noscript>
<div id="bar">
<label>${text(say`Example`)} <select id="example">${examplesIn(language)}</select></label>
<label>${text(say`What is told`)} <select id="persona">
<option value="regular">${text(say`What will not work, or probably hurts`)}</option>
<option value="pedantic">${text(say`Also what could be better`)}</option>
<option value="auditor">${text(say`All there is to know`)}</option>
</select></label>
<button type="button" id="share">${text(say`Copy Link`)}</button>
<output id="shared"></output>
</div>
<div id="time" role="group"${attributes({ 'aria-label': wordsIn(language, say`Day by which is judged`) })}>
<label>${text(say`As of`)} <input id="date" type="date" min="${FIRST_DAY}"></label>
${button('before', '‹', say`The turn before`)}${button('after', '›', say`The next turn`)}${button('home', '⌂', say`Back to the day of the spec`)}
<input id="slider" type="range" list="turns"${namedIn(language, say`Day`)}>
<datalist id="turns"></datalist>
</div>
<div id="panes">
<section aria-labelledby="spec-name"><h2 id="spec-name">${text(say`Spec`)}</h2><div id="editor"></div></section>
<section aria-labelledby="problems-name"><h2 id="problems-name">${text(say`Problems`)}</h2>
<p id="verdict" role="status"></p><ol id="problems" data-pages="${language === 'ko' ? '' : 'docs/'}rules/"></ol></section>
<section aria-labelledby="map-name"><h2 id="map-name">${text(say`Federation map`)}</h2><iframe id="map"${attributes({ title: wordsIn(language, say`Federation map`) })}></iframe></section>
</div>
<script type="application/json" id="words">${jsonOf(wordsFor(language)).replaceAll('<', '\\u003c')}</script>
</main>`;
}

function examplesIn(language: Language): string {
  const groups = exampleGroups().map(({ family, names, lacking }) => {
    const options = [
      ...names.map((name) => `<option>${name}</option>`),
      ...lacking.map(
        (name) => `<option disabled>${name} (${textIn(language, say`reads a file beside the spec`)})</option>`,
      ),
    ].join('');
    const label = family ?? wordsIn(language, say`Whole specs`);
    return `<optgroup${attributes({ label })}>${options}</optgroup>`;
  });
  return `<option value="">${textIn(language, say`Your own text`)}</option>${groups.join('')}`;
}

function wordsFor(language: Language): Words {
  const words = (message: Message) => wordsIn(language, message);
  return {
    copied: words(say`The link is copied. It holds the whole text.`),
    inAddress: words(say`The link stands in the address of this page. It holds the whole text.`),
    unreadable: words(say`The text of this link cannot be read.`),
    failed: words(say`The language server does not start: ${'{0}'}`),
    fix: words(say`Fix…`),
    verdict: words(say`${'{0}'}: errors ${'{1}'}, warnings ${'{2}'}`),
    line: words(say`Line ${'{0}'}`),
    severities: { 1: words(say`Error`), 2: words(say`Warning`), 3: words(say`Information`), 4: words(say`Hint`) },
  };
}
