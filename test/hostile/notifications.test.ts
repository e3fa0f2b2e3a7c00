import { expect, it } from 'vitest';
import { unlinked } from '../../client/src/unlinked.ts';
import { HOSTILE } from './values.ts';

/** As VS Code tells links in notifications, of which those to commands run them. */
const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+(?: (["']).+?\1)?\)/i;

it('no words become a link in a notification', () => {
  expect(HOSTILE.filter((words) => LINK.test(words)).length).toBeGreaterThan(2);
  for (const words of HOSTILE) expect(unlinked(`\`${words}\` is no capture.`)).not.toMatch(LINK);
});
