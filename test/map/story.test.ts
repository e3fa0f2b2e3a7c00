import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MapChapter } from '../../protocol/map.ts';
import { timeline } from '../../server/src/features/timeline.ts';
import { pictureOf } from '../../server/src/map/picture.ts';
import { BEGINNING, story } from '../../server/src/map/story.ts';
import { CONTOSO, judged, seen } from './sight.ts';

function chaptersOf(text: string, day?: string): readonly MapChapter[] {
  const sight = seen(text, { ...(day && { day }) });
  return [...story(judged(text, day), sight)].flatMap((chapter) => chapter ?? []);
}

describe('the story of a map', () => {
  it('has a chapter for each day on which the verdict turns', () => {
    const analysis = judged(CONTOSO);
    const turns = [...timeline(analysis, analysis.options, BEGINNING)].map(({ date }) => date);
    expect(turns).toContain('2014-07-01');
    expect(chaptersOf(CONTOSO).map(({ date }) => date)).toEqual([BEGINNING, ...turns]);
  });

  it('tells what has come and gone', () => {
    const chapter = chaptersOf(CONTOSO).find(({ date }) => date === '2014-07-01');
    expect(chapter?.told).toEqual([expect.stringMatching(/^From this day on: .*\bAOL\b.*\b2014-06-30\b/)]);
    expect(chapter?.errors).toBe(1);
    expect(Object.keys(chapter?.changes ?? {})).toEqual(['gate > public-provider AOL', 'public-provider AOL']);
  });

  it.each(['legacy-messengers', 'multi-domain', 'hybrid-microsoft-365'])(
    'comes to the picture of each of its days: %s',
    (name) => {
      const text = readFileSync(`examples/${name}.lync.yaml`, 'utf8');
      let picture = new Map(pictureOf(seen(text).scene).elements);
      const chapters = chaptersOf(text);
      expect(chapters.length).toBeGreaterThan(1);
      for (const { date, changes } of chapters) {
        picture = new Map([...picture, ...Object.entries(changes)]);
        expect(Object.fromEntries(picture), date).toEqual(
          Object.fromEntries(pictureOf(seen(text, { day: date }).scene).elements),
        );
      }
    },
  );
});
