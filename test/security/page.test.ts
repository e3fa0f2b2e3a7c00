import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chapters } from './page.ts';

it('each chapter of the page has its tests', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'));
  const wanted = [...chapters.keys()].map((title) => `${title.toLowerCase().replaceAll(' ', '-')}.test.ts`);
  expect(files.filter((name) => !['audit.test.ts', 'page.test.ts'].includes(name))).toEqual(wanted.toSorted());
});

it('a chapter is a list of sentences', () => {
  const [, ...text] = readFileSync('docs/security.md', 'utf8').split(/^## .*$/m);
  for (const one of text) expect(`${one.trim()}\n`).toMatch(/^(?:- \S.*\n(?: {2}\S.*\n)*)+$/);
  for (const sentence of [...chapters.values()].flat()) expect(sentence).toMatch(/^[A-Z`*](?:(?!\. ).)*\.$/);
});
