import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMermaid } from '../map/mermaid-reader.ts';
import { CONTOSO } from '../map/sight.ts';
import { cli, workspace } from './cli.ts';
import { type Element, readXml } from './readers/xml.ts';

const cwd = workspace({ 'contoso.lync.yaml': CONTOSO, 'broken.lync.yaml': ': [' });
const map = (...args: readonly string[]) => cli(['map', 'contoso.lync.yaml', ...args], { cwd });

function* within(element: Element): Iterable<Element> {
  yield element;
  for (const child of element.children) yield* within(child);
}

/** What is drawn, by its ids, with the words that stand for its looks. */
function drawn(svg: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...within(readXml(svg))].flatMap(({ attributes }) => {
      const { 'data-id': id, class: looks } = attributes;
      return id === undefined ? [] : [[id, (looks ?? '').split(' ')] as const];
    }),
  );
}

describe('map', () => {
  it('draws a spec as of a day', async () => {
    const { code, stdout, stderr } = await map('--as-of', '2014-07-01');
    expect([code, stderr]).toEqual([0, '']);
    const elements = drawn(stdout);
    expect(elements.get('public-provider AOL')).toEqual(['station', 'public-provider', 'error', 'closed']);
    expect(elements.get('gate > public-provider AOL')).toEqual(['road', 'error', 'closed']);
    expect(elements.get('partner fabrikam.com')).toEqual(['station', 'partner', 'fine']);
    expect(drawn((await map('--as-of', '2013-03-01')).stdout).get('public-provider AOL')?.[2]).toBe('fine');
  });

  it('is a picture that asks for nothing', async () => {
    const { stdout } = await map();
    const [root, ...others] = within(readXml(stdout));
    expect(root?.attributes.xmlns).toBe('http://www.w3.org/2000/svg');
    const names = new Set(others.map(({ name }) => name));
    expect(names).toEqual(new Set(['title', 'style', 'rect', 'g', 'path', 'text']));
    expect(stdout.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|\burl\(|@import|<script|\bon\w+=/);
  });

  it('lets a way stand out, and says where it breaks', async () => {
    const { stdout, stderr } = await map('--to', 'fabrikam.com', '--as-of', '2016-01-01');
    expect(stderr).toMatch(
      /^The way to `fabrikam\.com` is broken where this should be so: That certificate is valid on the day\. .*2015-01-01/,
    );
    const elements = drawn(stdout);
    expect(elements.get('certificate access-edge')).toContain('broken');
    expect(elements.get('gate')).toContain('on-trail');
    expect(elements.get('partner litwareinc.com')).toContain('off-trail');
  });

  it('says which end of a way is nowhere', async () => {
    const said = async (...args: readonly string[]) => {
      const { code, stderr } = await map(...args);
      return [code, stderr.trimEnd()];
    };
    expect(await said('--to', 'nobody.example')).toEqual([
      2,
      'error: The spec does not name `nobody.example`: `lync-federation explain --spec FILE nobody.example` tells how it would be reached.',
    ]);
    expect(await said('--from', 'nobody.example', '--to', 'fabrikam.com')).toEqual([
      2,
      'error: `nobody.example` is no SIP domain of the spec.',
    ]);
    expect(await said('--from', 'contoso.com')).toEqual([
      2,
      'error: `--from` says where a way begins, and `--to` where it leads: give both.',
    ]);
  });

  it('is a page in one file, which may run its own script and nothing else', async () => {
    const { stdout, stderr } = await map('--format', 'html', '--output', 'map.html');
    expect([stdout, stderr]).toEqual(['', '']);
    const page = readFileSync(join(cwd, 'map.html'), 'utf8');
    const [script] = /(?<=<script>).*?(?=<\/script>)/s.exec(page) ?? [];
    const [style] = /(?<=<\/title>\n<style>).*?(?=<\/style>)/s.exec(page) ?? [];
    const hash = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(page).toContain(`content="default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}"`);
    expect(page).not.toMatch(/<[^>]*\s(?:style|on\w+|src|href)=/);
    const [data = ''] = /(?<=id="data">).*?(?=<\/script>)/s.exec(page) ?? [];
    const [, { chapters }] = JSON.parse(data);
    expect(chapters.map(({ date }: { date: string }) => date)).toContain('2014-07-01');
  });

  it('is a flowchart of Mermaid', async () => {
    const { stdout } = await map('--format', 'mermaid', '--as-of', '2014-07-01');
    const { stations, roads } = readMermaid(stdout);
    expect(stations).toContain('"AOL<br/>public provider"');
    expect(stdout).toMatch(/\n {2}n\d+\["AOL<br\/>public provider"\]:::error\n/);
    expect(roads).toHaveLength(13);
    expect(roads.filter((road) => road.includes('-.->'))).toHaveLength(2);
  });

  it('draws what can be read of a spec that is wrong', async () => {
    const { code, stdout } = await cli(['map', 'broken.lync.yaml'], { cwd });
    expect(code).toBe(0);
    expect(drawn(stdout).has('organization')).toBe(true);
  });
});
