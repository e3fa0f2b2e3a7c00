import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { korean } from '../../scripts/l10n/korean.ts';
import { type Analysis, analyze } from '../../server/src/analyze.ts';
import { type Turn, timeline } from '../../server/src/features/timeline.ts';
import { readCapture } from '../../server/src/plan/capture-file.ts';
import { htmlReport } from '../../server/src/report/html.ts';
import { markdownReport } from '../../server/src/report/markdown.ts';
import { type From, reportOf } from '../../server/src/report/report-of.ts';
import { type Element, readXml } from '../cli/readers/xml.ts';

const EXAMPLE = readFileSync(join(import.meta.dirname, '../../examples/lync-skype-2015.lync.yaml'), 'utf8');
const SOUND = 'lyncFederation: 1\nasOf: 2020-03-01\n';
const CAPTURE = {
  version: 1,
  captured: '2015-03-01T08:00:00Z',
  objects: {
    CsSipDomain: ['contoso.com', 'old.example'].map((name) => ({
      Identity: name,
      Name: name,
      IsDefault: name === 'contoso.com',
    })),
  },
};

/** A spec and its turns, which take longer. */
const judged = once((text: string): Analysis => analyze(text, { asOf: '2026-12-01' }));
const turnsOf = once((analysis: Analysis): readonly Turn[] => [...timeline(analysis, analysis.options)]);

function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

function from(analysis: Analysis, more: Partial<From> = {}): From {
  return {
    path: 'a.lync.yaml',
    live: undefined,
    turns: turnsOf(analysis),
    today: '2026-12-01',
    bundle: {},
    language: 'en',
    ...more,
  };
}

function captured(data: object): NonNullable<From['live']> {
  const file = { source: 'live.json', text: JSON.stringify(data) };
  return { path: 'live.json', capture: readCapture([file]) };
}

function htmlOf(text: string, more?: Partial<From>): string {
  const analysis = judged(text);
  return htmlReport(reportOf(analysis, from(analysis, more)));
}

function* within(element: Element): Iterable<Element> {
  yield element;
  for (const child of element.children) yield* within(child);
}

/** The sections of a page by their ids, the names of what stands in each but its heading. */
function sections(html: string): Readonly<Record<string, readonly string[]>> {
  const all = [...within(readXml(html))].filter(({ name }) => name === 'section');
  return Object.fromEntries(
    all.map(({ attributes, children }) => [attributes.id, children.slice(1).map(({ name }) => name)]),
  );
}

const withoutStyle = (html: string) => html.replace(/<style>.*?<\/style>/s, '<style></style>');

describe('a report', () => {
  it('tells all of an example, as a page and as Markdown', async () => {
    const analysis = judged(EXAMPLE);
    const report = reportOf(analysis, from(analysis, { live: captured(CAPTURE) }));
    await expect(withoutStyle(htmlReport(report))).toMatchFileSnapshot('golden/example.html.txt');
    await expect(markdownReport(report)).toMatchFileSnapshot('golden/example.md.txt');
  });

  it('has a section for each part, which says where there is nothing', () => {
    const said = sections(htmlOf(SOUND));
    expect(said).toEqual({
      declared: ['p'],
      map: ['figure'],
      findings: ['p'],
      accepted: ['p'],
      timeline: ['p'],
      drift: ['p'],
      plan: ['p', 'p'],
      'way-back': ['p'],
      sources: ['p'],
    });
    expect(sections(htmlOf(EXAMPLE, { live: captured(CAPTURE) }))).toEqual({
      declared: Array(15).fill('table'),
      map: ['figure'],
      findings: ['p', 'table', 'p', 'table', 'p'],
      accepted: ['p'],
      timeline: ['table'],
      drift: ['p', 'ul', 'table'],
      plan: ['p', 'p', 'ul', 'ol'],
      'way-back': ['p', 'p', 'ol'],
      sources: ['table'],
    });
  });

  it('tells what is accepted, why and until when', () => {
    const analysis = analyze(
      `lyncFederation: 1
asOf: 2014-07-01
server: { product: lync-2013 }
providers:
  public:
    - { identity: AOL, enabled: true } # lync-federation: ignore[retired-provider] until=2014-09-30 removal is planned
    - { identity: Yahoo!, enabled: true }
`,
      { asOf: '2026-12-01', severities: { 'policy-missing-for-public-cloud': 'off' } },
    );
    const [known] = analysis.problems.filter(({ rule }) => rule === 'retired-provider');
    if (known === undefined) throw new Error('Yahoo! is not told');
    const text = markdownReport(reportOf(analysis, from(analysis, { known: { path: 'b.json', problems: [known] } })));
    const [, accepted = ''] = /## What is accepted\n\n(.*?)\n\n## /s.exec(text) ?? [];
    const cells = accepted.split('\n').map((line) => line.split(' | ').toSpliced(2, 1).join(' | '));
    expect(cells).toEqual([
      '| line | what is accepted | reason | until |',
      '| --- | --- | --- | --- |',
      expect.stringMatching(/^\| 6 \| The service behind `AOL` .* \| removal is planned \| 2014-09-30 \|$/),
      expect.stringMatching(
        /^\| 7 \| The service behind `Yahoo!` .* \| It stands in the baseline `b\.json`\. \| no end \|$/,
      ),
      '',
      '- The rule `policy-missing-for-public-cloud` is switched off.',
    ]);
  });

  it('is well-formed, has no script, and asks for nothing', () => {
    const page = htmlOf(EXAMPLE, { live: captured(CAPTURE) });
    const all = [...within(readXml(page))];
    const names = new Set(all.map(({ name }) => name));
    for (const outside of [
      'script',
      'link',
      'img',
      'iframe',
      'object',
      'embed',
      'base',
      'form',
      'image',
      'use',
      'foreignObject',
    ])
      expect(names).not.toContain(outside);
    const attributes = all.flatMap((one) =>
      Object.entries(one.attributes).map(([key, value]) => [one.name, key, value]),
    );
    expect(attributes.filter(([, key]) => /^(?:on|src|style$|xlink|action|formaction|ping)/.test(key ?? ''))).toEqual(
      [],
    );
    const targets = attributes.flatMap(([name, key, value = '']) => (key === 'href' ? [[name, value]] : []));
    const ids = new Set(all.map((one) => one.attributes.id));
    for (const [name, to = ''] of targets) {
      expect(name).toBe('a');
      if (to.startsWith('#')) expect(ids).toContain(to.slice(1));
      else expect(to).toMatch(/^https:\/\//);
    }
    expect(targets.some(([, to]) => to === '#source-1')).toBe(true);
    const [{ text: style = '' } = {}] = all.filter(({ name }) => name === 'style');
    expect(style).not.toMatch(/url\(|@import|expression/);
    expect(page).toContain(
      `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"`,
    );
  });

  it('has the same parts in another language, and its headings are in it', () => {
    const live = captured(CAPTURE);
    const [page, elsewhere] = [htmlOf(EXAMPLE, { live }), htmlOf(EXAMPLE, { live, bundle: korean(), language: 'ko' })];
    const parts = (html: string) =>
      [...within(readXml(html))].map(({ name, attributes }) => [name, attributes.id, attributes.class]);
    expect(parts(elsewhere)).toEqual(parts(page));
    const headings = (html: string) =>
      [...within(readXml(html))].flatMap(({ name, text }) => (/^(?:h2|th)$/.test(name) ? [text] : []));
    const left = headings(page).filter((heading, i) => heading === headings(elsewhere)[i]);
    expect(left).toEqual([]);
    expect(readXml(elsewhere).attributes.lang).toBe('ko');
  });

  it('keeps what is in a cell there', () => {
    const text = `lyncFederation: 1
asOf: 2020-03-01
organization: { name: 'a | b', notes: 'x \`y\` \\| z' }
`;
    const analysis = judged(text);
    const html = new MarkdownIt({ html: true }).render(markdownReport(reportOf(analysis, from(analysis))));
    const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => row.match(/<td>/g)?.length ?? 0);
    expect(rows.filter((count) => count > 0)).toEqual([3, 3]);
    expect(html).toContain('<td>a | b</td>');
    expect(html).toContain('\\| z</td>');
  });
});
