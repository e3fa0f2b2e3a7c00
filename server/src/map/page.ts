import { attributes, escaped, wordsOf } from '../text/markup.ts';
import { type Bundle, type Message, say } from '../text/message.ts';

interface Shown {
  /** The picture, as an element. */
  readonly svg: string;
  /** The domains from which a way can begin; where nobody answers, nothing is asked for. */
  readonly domains?: readonly string[];
  readonly bundle: Bundle;
}

/** What stands on the page of a map: what moves it comes from the script of the page, and says nothing in words. */
export function pageBody({ svg, domains, bundle }: Shown): string {
  const text = (message: Message) => escaped(wordsOf(message, bundle));
  const named = (message: Message) =>
    attributes({ 'aria-label': wordsOf(message, bundle), title: wordsOf(message, bundle) });
  const button = (id: string, sign: string, message: Message) =>
    `<button type="button" id="${id}"${named(message)}>${sign}</button>`;
  const options = (domains ?? []).map((domain) => `<option>${escaped(domain)}</option>`).join('');
  const way =
    domains === undefined
      ? ''
      : `<form id="way"><label>${text(say`From domain`)} <select id="from">${options}</select></label>
<label>${text(say`To partner`)} <input id="to" required placeholder="fabrikam.com" autocomplete="off" spellcheck="false"></label>
<button type="submit">${text(say`Show Way`)}</button><button type="reset"${named(say`Clear the Way`)}>✕</button></form>`;
  return `<main>
<div id="bar">
<div id="finder"><input id="search" type="search" autocomplete="off" spellcheck="false"${attributes({ placeholder: wordsOf(say`Search`, bundle) })}${named(say`Search for what is on the map`)}><ul id="found"${named(say`What was found`)}></ul></div>
${way}
<div id="zoom">${button('smaller', '−', say`Smaller`)}${button('larger', '+', say`Larger`)}${button('fit', '⤢', say`Fit`)}</div>
</div>
<p id="told-way" role="status"></p>
<div id="canvas">${svg}</div>
<div id="time">
<div id="days">${button('before', '‹', say`The turn before`)}<button type="button" id="play" aria-pressed="false"${named(say`Play`)}>▶</button>${button('after', '›', say`The next turn`)}${button('home', '⌂', say`Back to the day of the spec`)}<output id="day" for="slider"${attributes({ 'data-today': wordsOf(say`today`, bundle) })}></output></div>
<input id="slider" type="range" disabled${named(say`Day`)}>
<svg id="strip" viewBox="0 0 1000 24" preserveAspectRatio="none" role="img"${attributes({ 'aria-label': wordsOf(say`Where the verdict turns`, bundle) })}></svg>
<ul id="told" aria-live="polite"></ul>
</div>
</main>`;
}
