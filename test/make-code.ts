import { makeCode } from '../scripts/generate/code.ts';

/** What the code imports and git does not keep is there before the first test is read. */
export async function setup(): Promise<void> {
  await makeCode();
}
