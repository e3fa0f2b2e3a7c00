import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The sentences of `docs/security.md` by its chapters. */
export const chapters: ReadonlyMap<string, readonly string[]> = new Map(
  readFileSync('docs/security.md', 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const [title = '', ...lines] = text.trim().split('\n');
      const listed = lines.join('\n').trim();
      return [title, listed.split(/^- /m).slice(1).map(words)] as const;
    }),
);

/** A sentence as it reads: on one line, and links are their words. */
function words(markdown: string): string {
  return markdown
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}

/** The tests of a chapter: one for each of its sentences, under its very words. */
export function chapter(title: string, tests: Readonly<Record<string, () => unknown>>): void {
  describe(title, () => {
    it('says what is tested, and nothing else', () => {
      expect(chapters.get(title)).toEqual(Object.keys(tests));
    });
    for (const [sentence, test] of Object.entries(tests)) it(sentence, test);
  });
}
