import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { describe, expect, it } from 'vitest';
import { CLEAN, cli, FAULTY, workspace } from './cli.ts';

const ALL = `lyncFederation: 1
asOf: 2014-07-01
server:
  product: lync-2013
organization:
  name: Contoso
cmdlets:
  - Remove-CsPublicProvider -Identity AOL
`;

describe('fix', () => {
  it('takes the safe repairs, and says what it did and what is left', async () => {
    const cwd = workspace({ 'contoso.lync.yaml': FAULTY });
    const run = await cli(['fix', 'contoso.lync.yaml'], { cwd });
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 1, stderr: '' });
    await expect(run.stdout).toMatchFileSnapshot('golden/fix.txt');
    expect(readFileSync(join(cwd, 'contoso.lync.yaml'), 'utf8')).toBe(FAULTY.replace('iconURL', 'iconUrl'));
    expect(readdirSync(cwd)).toEqual(['contoso.lync.yaml']);
  });

  it('takes all repairs with --review', async () => {
    const cwd = workspace({ 'contoso.lync.yaml': FAULTY });
    const run = await cli(['fix', '--review', 'contoso.lync.yaml'], { cwd });
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
    await expect(run.stdout).toMatchFileSnapshot('golden/fix.review.txt');
    expect(readFileSync(join(cwd, 'contoso.lync.yaml'), 'utf8')).toBe(ALL);
  });

  it('says when there is nothing to do, and leaves the file alone', async () => {
    const cwd = workspace({ 'a.lync.yaml': CLEAN });
    const before = statSync(join(cwd, 'a.lync.yaml')).ino;
    const run = await cli(['fix', '.'], { cwd });
    expect(run).toEqual({ code: 0, stdout: 'Nothing to repair in 1 file\n', stderr: '' });
    expect(statSync(join(cwd, 'a.lync.yaml')).ino).toBe(before);
  });

  it('prints a patch with --dry-run, and writes nothing', async () => {
    const cwd = workspace({ 'contoso.lync.yaml': FAULTY });
    const run = await cli(['fix', '--dry-run', '--review', 'contoso.lync.yaml'], { cwd });
    expect(run.code).toBe(0);
    expect(run.stderr.split('\n')[0]).toMatch(/^contoso\.lync\.yaml: \d problems would be repaired$/);
    await expect(run.stdout).toMatchFileSnapshot('golden/fix.patch.txt');
    expect(applyPatch(FAULTY, run.stdout)).toBe(ALL);
    expect(readFileSync(join(cwd, 'contoso.lync.yaml'), 'utf8')).toBe(FAULTY);
  });

  it('is a filter with -', async () => {
    const run = await cli(['fix', '--review', '-'], { input: FAULTY });
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 0, stdout: ALL });
    expect(run.stderr.split('\n')[0]).toMatch(/^<stdin>: \d problems repaired$/);
    expect(await cli(['fix', '-'], { input: CLEAN })).toMatchObject({ code: 0, stdout: CLEAN });
  });

  it('keeps line breaks, byte order mark and mode', async () => {
    const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const cwd = workspace({ 'a.lync.yaml': windows(FAULTY) });
    const file = join(cwd, 'a.lync.yaml');
    const { mode } = statSync(file);
    const patch = await cli(['fix', '--dry-run', '--review', 'a.lync.yaml'], { cwd });
    expect(applyPatch(windows(FAULTY), patch.stdout)).toBe(windows(ALL));
    await cli(['fix', '--review', 'a.lync.yaml'], { cwd });
    expect(readFileSync(file, 'utf8')).toBe(windows(ALL));
    expect(statSync(file).mode).toBe(mode);
  });

  it('writes through a link', async () => {
    const cwd = workspace({ 'real.lync.yaml': FAULTY });
    symlinkSync('real.lync.yaml', join(cwd, 'link.yaml'));
    await cli(['fix', '--review', 'link.yaml'], { cwd });
    expect(lstatSync(join(cwd, 'link.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'real.lync.yaml'), 'utf8')).toBe(ALL);
  });

  it.runIf(process.getuid?.() === 0)('does not replace a file that must not be written', async () => {
    const cwd = workspace({ 'a.lync.yaml': FAULTY });
    const run = await cli(['fix', 'a.lync.yaml'], { cwd, uid: 65534 });
    expect(run).toEqual({ code: 2, stdout: '', stderr: 'error: Permission denied: `a.lync.yaml`.\n' });
  });

  it('repairs the good files among bad ones', async () => {
    const cwd = workspace({ 'a.lync.yaml': FAULTY, 'b.yaml': 'a\0b' });
    const run = await cli(['fix', '--review', 'b.yaml', 'a.lync.yaml'], { cwd });
    expect(run).toMatchObject({ code: 2, stderr: 'error: `b.yaml` is a binary file, not a federation spec.\n' });
    expect(readFileSync(join(cwd, 'a.lync.yaml'), 'utf8')).toBe(ALL);
  });
});

it('a repair of the last lines of a file leaves the file whole', async () => {
  const last = 'providers:\n  public:\n    - identity: AOL\n      enabled: true\n';
  const outcome = async (input: string) =>
    (await cli(['fix', '--review', '--as-of=2014-07-01', '-'], { input })).stdout;
  const cmdlets = 'cmdlets:\n  - Remove-CsPublicProvider -Identity AOL\n';
  expect(await outcome(`lyncFederation: 1\n${last}`)).toBe(`lyncFederation: 1\n${cmdlets}`);
  expect(await outcome(`lyncFederation: 1\n${last}\n# the end\n`)).toBe(`lyncFederation: 1\n${cmdlets}\n# the end\n`);
});

it('what is neither a spec nor a script is left as it is', async () => {
  const zone = '$ORIGIN contoso.com.\n@ IN SOA ns1 admin ( 1 2 3 4 5 ) ; serial\n';
  const cwd = workspace({ 'contoso.dns': zone, 'odd.spec': 'lyncFederation: 1\nserver: { product: Lync-2013 }\n' });
  for (const args of [['fix', '--review'], ['timeline'], ['explain', '--spec']]) {
    const more = args[0] === 'explain' ? ['fabrikam.com'] : [];
    const { code, stderr } = await cli([...args, 'contoso.dns', ...more], { cwd });
    expect([code, stderr]).toEqual([
      2,
      'error: `contoso.dns` is neither a spec nor a script. If it tells of a deployment, `lync-federation import` makes a spec of it.\n',
    ]);
  }
  expect(readFileSync(join(cwd, 'contoso.dns'), 'utf8')).toBe(zone);
  expect((await cli(['fix', '--review', 'odd.spec'], { cwd })).code).toBe(0);
});

describe('more to repair than is repaired in one go', () => {
  it('is said, and done by further runs', async () => {
    const text = `${CLEAN}domains:\n  allowed:\n${'    - a.example\n'.repeat(10_002)}`;
    const cwd = workspace({ 'a.lync.yaml': text });
    const first = await cli(['fix', 'a.lync.yaml'], { cwd });
    expect(first.stdout.split('\n').filter((line) => line.includes('in one go'))).toEqual([
      '  `fix` does not repair more in one go; run it again for the rest',
    ]);
    const second = await cli(['fix', 'a.lync.yaml'], { cwd });
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(second.stdout).toMatch(/^a\.lync\.yaml: 1 problem repaired\n/);
  });
});
