import { expect, it } from 'vitest';
import { writtenAnew } from './page.ts';

// The page is written anew from what its commands print and its files hold, and has to be the same.
it('says what its commands print', async () => {
  await expect(await writtenAnew('docs/workflow.md', 'docs/workflow/*')).toMatchFileSnapshot('../../docs/workflow.md');
});
