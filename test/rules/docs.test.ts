import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.generated.ts';
import { differences, examine, examineFile, optionsFor, readFixture } from './fixture.ts';

const SECTIONS = ['What it means', 'Why it matters', 'Example', 'What to do', 'Sources'];

describe.each(rules.map(({ id }) => id))('the page of %s', (id) => {
  const path = `docs/rules/${id}.md`;
  const page = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const examples = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, example = '']) => readFixture(example));

  it('has its title, its sections in order, and fewer than sixty written lines', () => {
    const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);
    // Comments of an example look like headings.
    const known = headings.filter((heading) => heading === id || SECTIONS.some((section) => section === heading));
    expect(known).toEqual([id, ...SECTIONS]);
    const written = page.replace(/<!-- generated .*?<!-- \/generated -->/gs, '');
    expect(written.split('\n').length).toBeLessThan(60);
  });

  it('has examples that are as marked, in one of which the rule fires', () => {
    for (const example of examples)
      expect(differences(example, examine(example.text, optionsFor(id))), example.text).toEqual([]);
    const fired = examples.flatMap(({ expected }) => expected.map(({ rule }) => rule));
    if (!LONG.has(id)) expect(fired).toContain(id);
  });

  it('has no section without text', () => {
    const texts = page.split(/^## .*$/m).slice(1);
    expect(texts.map((text) => text.replace(/<!--.*?-->/g, '').trim() === '')).toEqual(SECTIONS.map(() => false));
  });

  it('names each source once', () => {
    const sources = [...(page.split(/^## Sources$/m)[1] ?? '').matchAll(/\[(.*?\]\(https?:[^)]+)/g)].map(
      ([, link]) => link,
    );
    expect(sources).toEqual([...new Set(sources)]);
  });

  it('links to files that are there', () => {
    const targets = [...page.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(dirname(path), target)))).toEqual([]);
  });

  it('says why where the rule never offers a repair', () => {
    const repaired = globSync(`test/fixtures/${id}/fires*.lync.yaml`)
      .filter((file) => !basename(file).includes('.fix-'))
      .flatMap((file) => examineFile(file).analysis.problems)
      .some(({ rule, fixes = [] }) => rule === id && fixes.length > 0);
    const todo = page.split(/^## What to do$/m)[1] ?? '';
    expect(repaired || /there is no (?:automatic repair|fix):/i.test(todo.replace(/\s+/g, ' '))).toBe(true);
  });
});

/** Rules that fire on texts longer than a page. */
const LONG: ReadonlySet<string> = new Set(['tenant-list-too-long']);

it('has a page for each rule and no other', () => {
  const pages = globSync('docs/rules/*.md').map((path) => basename(path, '.md'));
  expect(pages.filter((name) => name !== 'README').toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});
