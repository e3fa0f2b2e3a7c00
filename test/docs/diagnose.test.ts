import { expect, it } from 'vitest';
import { writtenAnew } from './page.ts';

it('says what its commands print', async () => {
  await expect(await writtenAnew('docs/diagnose.md', 'docs/diagnose/*')).toMatchFileSnapshot('../../docs/diagnose.md');
});
