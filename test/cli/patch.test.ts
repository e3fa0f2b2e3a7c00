import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { patch } from '../../server/src/cli/patch.ts';

const lines = (count: number, word: string) => Array.from({ length: count }, (_, i) => `${word} ${i}\n`).join('');

/** What a patch makes of a text, by git. */
function applied(before: string, made: string): string {
  const cwd = mkdtempSync(join(tmpdir(), 'lync-federation-patch-'));
  writeFileSync(join(cwd, 'a.yaml'), before);
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd, input: made });
  return readFileSync(join(cwd, 'a.yaml'), 'utf8');
}

it.each([
  [
    'one line of many',
    `${lines(20, 'same')}old\n${lines(20, 'same')}`,
    `${lines(20, 'same')}new\n${lines(20, 'same')}`,
  ],
  ['thousands', `head\n${lines(9000, 'old')}foot\n`, `head\n${lines(9000, 'new')}foot\n`],
  ['thousands that go', `${lines(9000, 'old')}foot`, 'foot'],
  ['thousands that come, and a last line without its end', `head\nfoot`, `head\n${lines(9000, 'new')}foot`],
  ['thousands, and the end of the last line', lines(9000, 'old'), lines(9000, 'new').trimEnd()],
  ['an empty file', '', lines(9000, 'new')],
])('git applies the patch of %s', (_, before, after) => {
  const made = patch('a.yaml', before, after);
  expect(made).toMatch(/^--- a\/a\.yaml\n\+\+\+ b\/a\.yaml\n@@ /);
  expect(applied(before, made)).toBe(after);
});
