import { describe, expect, it } from 'vitest';
import { CLEAN, cli, FAULTY, workspace } from './cli.ts';
import { type Issue, readGitlab } from './readers/gitlab.ts';

describe('GitLab', () => {
  it.each([
    ['problems', { 'contoso.lync.yaml': FAULTY, 'eu/fabrikam.lync.yaml': CLEAN }],
    ['no problems', { 'contoso.lync.yaml': CLEAN }],
    ['unreadable input', { 'contoso.lync.yaml': 'a\0b' }],
    ['odd names', { 'a b/한국 #1%.lync.yaml': FAULTY }],
  ])('is valid with %s', async (_, files) => {
    const paths = new Set((await report(files)).map(({ location }) => location.path));
    const [path = ''] = Object.entries(files).flatMap(([name, content]) => (content === FAULTY ? [name] : []));
    expect([...paths]).toEqual(path === '' ? [] : [path]);
  });

  it('has fingerprints that are there once, and survive lines added above', async () => {
    const prints = async (spec: string) =>
      (await report({ 'a.lync.yaml': spec, 'b.lync.yaml': spec })).map(({ fingerprint }) => fingerprint);
    const twice = `${FAULTY}domains:\n  allowed:\n    - a.com\n    - a.com\n    - a.com\n`;
    const before = await prints(twice);
    expect(before.length).toBeGreaterThan(6);
    expect(await prints(twice.replace('server:', '# one more\n# line\n\nserver:'))).toEqual(before);
  });
});

async function report(files: Readonly<Record<string, string>>): Promise<readonly Issue[]> {
  const args = ['check', '--format', 'gitlab', '--as-of', '2014-07-01'];
  return readGitlab((await cli(args, { cwd: workspace(files) })).stdout);
}
