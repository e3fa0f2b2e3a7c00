import { spawnSync } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { workspace } from '../cli/cli.ts';

it('what takes long is heard of while it lasts, and not longer', () => {
  const heard = join(workspace({ heard: '' }), 'heard');
  const ticking = pathToFileURL('scripts/ticking.mjs').href;
  const script = `import { ticking } from ${JSON.stringify(ticking)};
import { readFileSync } from 'node:fs';
process.stdout.write(ticking('npm ci', () => {
  while (readFileSync(${JSON.stringify(heard)}, 'utf8') === '');
  return 'done';
}, 100));`;
  const args = ['--input-type=module', '--eval', script];
  const { stderr } = spawnSync(process.execPath, args, {
    stdio: ['ignore', openSync(heard, 'w'), 'pipe'],
    timeout: 30_000,
  });
  expect(readFileSync(heard, 'utf8')).toMatch(/^setup: still at it, after 0\.1 s: npm ci\n(?:setup: .*\n)*done$/);
  expect(String(stderr)).toBe('');
});
