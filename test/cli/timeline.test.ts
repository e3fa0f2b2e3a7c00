import { expect, it } from 'vitest';
import { CLEAN, cli, workspace } from './cli.ts';

it('shows the days on which the verdict changes', async () => {
  const text = 'lyncFederation: 1\nproviders: { public: [{ identity: AOL, enabled: true }] }\n';
  const { code, stdout } = await cli(['timeline', 'a.lync.yaml'], { cwd: workspace({ 'a.lync.yaml': text }) });
  expect(stdout).toMatch(/\n {2}2014-04-01\n {4}\+ 2:35 warning\[retired-provider\] /);
  expect(stdout).toContain('  2014-07-01\n    + 2:35 error[retired-provider] ');
  expect(code).toBe(0);
});

it('says so where nothing ever changes', async () => {
  const { stdout } = await cli(['timeline', 'a.lync.yaml'], {
    cwd: workspace({ 'a.lync.yaml': 'lyncFederation: 1\n' }),
  });
  expect(stdout).toBe('a.lync.yaml\n  The verdict is the same on every day.\n');
});

it('wants a file', async () => {
  const { code, stderr } = await cli(['timeline'], { cwd: workspace({ 'a.lync.yaml': CLEAN }) });
  expect(stderr).toBe('error: Name a file, such as `lync-federation timeline contoso.lync.yaml`.\n');
  expect(code).toBe(2);
});
