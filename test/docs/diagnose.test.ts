import { expect, it } from 'vitest';
import { writtenAnew } from './page.ts';

it.each(['docs/diagnose.md', 'docs/ko/diagnose.md'])('%s says what its commands print', async (page) => {
  await expect(await writtenAnew(page, 'docs/diagnose/*')).toMatchFileSnapshot(`../../${page}`);
});
