import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generators } from '../../scripts/generate/all.ts';

it('every generated file is as `npm run generate` writes it', async () => {
  const stale: string[] = [];
  for (const generate of generators) {
    for (const [path, text] of await generate()) if (readFileSync(path, 'utf8') !== text) stale.push(path);
  }
  expect(stale).toEqual([]);
}, 60_000);
