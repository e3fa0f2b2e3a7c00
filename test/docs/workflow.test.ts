import { expect, it } from 'vitest';
import { writtenAnew } from './page.ts';

// The page is written anew from what its commands print and its files hold, and has to be the same.
it.each(['docs/workflow.md', 'docs/ko/workflow.md'])('%s says what its commands print', async (page) => {
  await expect(await writtenAnew(page, 'docs/workflow/*')).toMatchFileSnapshot(`../../${page}`);
});
