import { expect, it } from 'vitest';
import { ExtendedTexts } from '../../server/src/lsp/extended-texts.ts';
import { parseSettings } from '../../server/src/lsp/settings.ts';
import { Absent } from '../../server/src/machine/absence.ts';

const SPEC = 'lyncFederation: 1\nextends: [shared.yaml, missing.yaml]\n';

it('a spec is put together anew when one of its files changes, is made or goes, and not when any other does', async () => {
  const disk = new Map([['file:///specs/shared.yaml', 'domains: { allowed: [a.example] }\n']]);
  const texts = new ExtendedTexts(
    { get: () => undefined },
    {
      folders: ['file:///specs'],
      isWatched: true,
      folderOf: () => 'file:///specs',
      nameOf: (uri) => uri,
      async bytes(uri) {
        const text = disk.get(uri);
        if (text === undefined) throw new Absent();
        return Buffer.from(text);
      },
    },
  );
  const spec = {
    uri: 'file:///specs/contoso.lync.yaml',
    settings: parseSettings({}).settings,
    text: SPEC,
    projectFile: undefined,
  };
  const whole = texts.with(spec);
  expect((await whole).text).toContain('a.example');
  texts.changed('file:///specs/other.lync.yaml');
  expect(texts.with(spec)).toBe(whole);

  disk.set('file:///specs/shared.yaml', 'domains: { allowed: [b.example] }\n');
  texts.changed('file:///specs/shared.yaml');
  expect((await texts.with(spec)).text).toContain('b.example');

  disk.set('file:///specs/missing.yaml', 'domains: { blocked: [c.example] }\n');
  texts.changed('file:///specs/missing.yaml');
  expect((await texts.with(spec)).text).toContain('c.example');
});
