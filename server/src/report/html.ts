import { pictureOf } from '../map/picture.ts';
import { FILE_COLOURS, MAP_STYLE } from '../map/style.ts';
import { svgElement } from '../map/svg.ts';
import { attributes, escaped, htmlOf, wordsOf } from '../text/markup.ts';
import type { Message } from '../text/message.ts';
import type { Cell, Facts, Link, Part, Report, ReportedStep, Section, Table } from './report.ts';
import { REPORT_STYLE } from './style.ts';

/** It has no script, asks for nothing, and looks as it says itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Rows of a table that no page break parts. */
const SHORT = 10;

/** A report as a page in one file, to be read, sent and printed. */
export function htmlReport({ title, facts, sections, bundle, language }: Report): string {
  const html = (message: Message) => htmlOf(message, bundle);
  const cell = (lines: Cell) => lines.map((one) => ('to' in one ? link(one) : html(one))).join('<br/>');
  const link = ({ words, to }: Link) => `<a${attributes({ href: to })}>${html(words)}</a>`;

  const factList = ({ rows }: Facts) =>
    `<table class="facts">${rows.map(([name, said]) => `<tr><th scope="row">${html(name)}</th><td>${html(said)}</td></tr>`).join('\n')}</table>`;

  const table = ({ title: caption, head, rows }: Table) => {
    const lines = rows.map(
      ({ cells, level, anchor }) =>
        `<tr${attributes({ id: anchor, class: level })}>${cells.map((one) => `<td>${cell(one)}</td>`).join('')}</tr>`,
    );
    return [
      `<table${attributes({ class: rows.length > SHORT ? undefined : 'short' })}>`,
      ...(caption ? [`<caption>${html(caption)}</caption>`] : []),
      `<thead><tr>${head.map((name) => `<th scope="col">${html(name)}</th>`).join('')}</tr></thead>`,
      `<tbody>${lines.join('\n')}</tbody>`,
      '</table>',
    ].join('\n');
  };

  const step = ({ title: name, body }: ReportedStep) =>
    `<li><h3>${html(name)}</h3>\n${body
      .map((one) => ('commands' in one ? `<pre>${one.commands.map(escaped).join('\n')}</pre>` : `<p>${html(one)}</p>`))
      .join('\n')}</li>`;

  const part = (one: Part): string => {
    switch (one.kind) {
      case 'text':
        return `<p>${html(one.text)}</p>`;
      case 'list':
        return `<ul>${one.items.map((item) => `<li>${html(item)}</li>`).join('\n')}</ul>`;
      case 'facts':
        return factList(one);
      case 'table':
        return table(one);
      case 'links':
        return `<p class="links">${html(one.name)}: ${one.links.map(link).join(' ')}</p>`;
      case 'steps':
        return `<ol>${one.steps.map(step).join('\n')}</ol>`;
      case 'map':
        return `<figure>${svgElement(pictureOf(one.scene), wordsOf(one.title, bundle))}</figure>`;
    }
  };

  const section = ({ id, title: name, parts }: Section) =>
    `<section${attributes({ id })}>\n<h2>${html(name)}</h2>\n${parts.map(part).join('\n')}\n</section>`;

  return `<!DOCTYPE html>
<html${attributes({ lang: language })}>
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy"${attributes({ content: POLICY })}/>
<meta name="viewport" content="width=device-width"/>
<title>${escaped(wordsOf(title, bundle))}</title>
<style>${FILE_COLOURS}${MAP_STYLE}${REPORT_STYLE}</style>
</head>
<body>
<header>
<h1>${html(title)}</h1>
${factList(facts)}
<nav><ol>${sections.map(({ id, title: name }) => `<li>${link({ words: name, to: `#${id}` })}</li>`).join('')}</ol></nav>
</header>
<main>
${sections.map(section).join('\n')}
</main>
</body>
</html>
`;
}
