import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, workspace } from './cli.ts';

const SPEC = 'lyncFederation: 1\nserver: { product: lync-2013 }\ndomains:\n  sip: [contoso.com]\n';
const isRoot = process.getuid?.() === 0;

describe('a file that is written', () => {
  it.runIf(isRoot)('keeps its mode and its owner, and leaves nothing beside it', async () => {
    const cwd = workspace({ 'a.lync.yaml': SPEC, 'plan.txt': 'before' });
    chmodSync(join(cwd, 'plan.txt'), 0o640);
    chownSync(join(cwd, 'plan.txt'), 65534, 65533);
    const { stdout } = await cli(['plan', 'a.lync.yaml', '--force'], { cwd });
    await cli(['plan', 'a.lync.yaml', '--force', '--output', 'plan.txt'], { cwd });
    expect(readFileSync(join(cwd, 'plan.txt'), 'utf8')).toBe(stdout);
    const { mode, uid, gid } = statSync(join(cwd, 'plan.txt'));
    expect({ mode: mode & 0o777, uid, gid }).toEqual({ mode: 0o640, uid: 65534, gid: 65533 });
    expect(readdirSync(cwd).toSorted()).toEqual(['a.lync.yaml', 'plan.txt']);
  });

  it.skipIf(process.platform === 'win32')('may be a pipe, which stays one', async () => {
    const cwd = workspace({ 'a.lync.yaml': SPEC });
    const pipe = join(cwd, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const read = readFile(pipe, 'utf8');
    const run = await cli(['plan', 'a.lync.yaml', '--force', '--output', 'pipe'], { cwd });
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await read).toBe((await cli(['plan', 'a.lync.yaml', '--force'], { cwd })).stdout);
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  it('is no folder, and lies in one', async () => {
    const cwd = workspace({ 'a.lync.yaml': SPEC, 'folder/x': '' });
    const outcome = async (file: string) =>
      (await cli(['plan', 'a.lync.yaml', '--force', '--output', file], { cwd })).stderr;
    expect(await outcome('folder')).toBe('error: `folder` is a folder, not a file.\n');
    expect(await outcome('none/plan.txt')).toBe('error: There is no file or folder `none/plan.txt`.\n');
  });

  it.runIf(isRoot && canMount())('stays as it was where the disk is full', async () => {
    const cwd = workspace({});
    mkdirSync(join(cwd, 'disk'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', join(cwd, 'disk')]);
    try {
      const spec = `${SPEC}# ${'x'.repeat(40_000)}\nedge: { configuration: { allowFederatedUser: true } }\n`;
      const full = workspace({ 'a.lync.yaml': spec });
      execFileSync('cp', [join(full, 'a.lync.yaml'), join(cwd, 'disk')]);
      const run = await cli(['fix', 'disk/a.lync.yaml'], { cwd });
      expect(run).toEqual({ code: 2, stdout: '', stderr: 'error: The disk is full: `disk/a.lync.yaml`.\n' });
      expect(readFileSync(join(cwd, 'disk/a.lync.yaml'), 'utf8')).toBe(spec);
      expect(readdirSync(join(cwd, 'disk'))).toEqual(['a.lync.yaml']);
    } finally {
      execFileSync('umount', [join(cwd, 'disk')]);
    }
  });
});

function canMount(): boolean {
  try {
    const folder = workspace({});
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  }
}
