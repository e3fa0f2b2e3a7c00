import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleGroups, examples } from '../../scripts/site/examples.ts';
import { sitePages } from '../../scripts/site/pages.ts';
import { ruleIds } from '../../server/src/rules/ids.generated.ts';

const { pages, pictures } = sitePages();
const targets = /(?:href|src)="([^"]*)"/g;

describe('the pages of the site', () => {
  it('are all there, in both languages', () => {
    const all = ['README', ...ruleIds].map((name) => `rules/${name === 'README' ? 'index' : name}.html`);
    for (const page of ['index.html', 'playground.html', 'docs/ko/index.html', 'docs/ko/playground.html'])
      expect([...pages.keys()]).toContain(page);
    expect([...pages.keys()]).toEqual(expect.arrayContaining(all.flatMap((one) => [`docs/${one}`, `docs/ko/${one}`])));
  });

  it('lead nowhere in vain', () => {
    const ids = new Map([...pages].map(([path, html]) => [path, new Set(html.match(/(?<= id=")[^"]*/g))]));
    const dead = [...pages].flatMap(([path, html]) =>
      [...html.matchAll(targets)].flatMap(([, target = '']) => {
        if (/^https:/.test(target)) return [];
        const [file = '', fragment] = target.split('#', 2);
        const found = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file));
        const isThere = pages.has(found) || pictures.has(found) || found.startsWith('assets/');
        const isPlace = fragment === undefined || /playground/.test(found) || ids.get(found)?.has(decodeURI(fragment));
        return isThere && isPlace ? [] : [`${path}: ${target}`];
      }),
    );
    expect(dead).toEqual([]);
  });

  it('lead to what is in the repository, where that is no page', () => {
    const blob = /href="https:\/\/github\.com\/lync-federation\/lync-federation\/blob\/main\/([^"#]*)/g;
    const named = [...pages.values()].flatMap((html) => [...html.matchAll(blob)].map(([, file = '']) => file));
    expect([...new Set(named)].filter((file) => !existsSync(file))).toEqual([]);
    expect([...pictures].filter((file) => !existsSync(file))).toEqual([]);
  });

  it('lead from each language to the other', () => {
    const other = (path: string) => {
      const html = pages.get(path) ?? '';
      const target = /<a class="language" href="([^"]*)"/.exec(html)?.[1] ?? '';
      return posix.join(posix.dirname(path), target);
    };
    expect(other('docs/rules/retired-provider.html')).toBe('docs/ko/rules/retired-provider.html');
    expect(other('docs/ko/rules/retired-provider.html')).toBe('docs/rules/retired-provider.html');
    expect(other('index.html')).toBe('docs/ko/index.html');
    expect(other('docs/ko/index.html')).toBe('index.html');
    expect(other('docs/architecture.html')).toBe('docs/ko/index.html');
  });

  it('run no script but on the playground, and ask the network for nothing', () => {
    for (const [path, html] of pages) {
      expect(html.includes('<script'), path).toBe(path.endsWith('playground.html'));
      expect(html, path).toContain("content=\"default-src 'none';");
      expect(html, path).not.toMatch(/(?:connect|default|script|img|style)-src[^;"]*(?:https?:|\*)/);
    }
  });
});

describe('the playground', () => {
  it('has an example of each rule but those that read a file beside the spec, and says so there', () => {
    const lacking = ['certificate-differs-from-file', 'certificate-file-unusable'];
    expect(ruleIds.filter((id) => !Object.hasOwn(examples, id))).toEqual(lacking);
    const groups = exampleGroups();
    expect(groups.flatMap(({ names }) => names).toSorted()).toEqual(Object.keys(examples).toSorted());
    expect(groups.flatMap((group) => group.lacking)).toEqual(lacking);
    for (const rule of lacking) {
      expect(pages.get('playground.html')).toContain(
        `<option disabled>${rule} (reads a file beside the spec)</option>`,
      );
      expect(pages.get(`docs/ko/rules/${rule}.html`)).toContain('명세 옆의 파일을 읽는데');
    }
  });

  it('shows no carets', () => {
    expect(Object.values(examples).filter(({ text }) => /\^\^/.test(text))).toEqual([]);
  });
});

describe('the text of the docs', () => {
  it('is that of the repository', () => {
    const [heading = ''] = readFileSync('docs/format.md', 'utf8').split('\n', 1);
    expect(pages.get('docs/format.html')).toContain(`>${heading.slice(2)}</h1>`);
  });
});
