import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  watch,
} from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rewriteNamed } from '../../server/src/cli/write.ts';
import { reasonOf } from '../../server/src/text/failure.ts';
import { bundle, cli, FAULTY, workspace } from './cli.ts';

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

  it.skipIf(process.platform === 'win32').each(['/dev/full', 'link'])(
    'may be a device, %s, which stays one',
    async (output) => {
      const cwd = workspace({ 'a.lync.yaml': SPEC });
      symlinkSync('/dev/full', join(cwd, 'link'));
      const run = await cli(['plan', 'a.lync.yaml', '--force', '--output', output], { cwd });
      expect(run).toEqual({ code: 2, stdout: '', stderr: `error: The disk is full: \`${output}\`.\n` });
      expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
      expect(lstatSync(join(cwd, 'link')).isSymbolicLink()).toBe(true);
    },
  );

  it.skipIf(process.platform === 'win32')('may be a link to a file that is still to come', async () => {
    const cwd = workspace({ 'a.lync.yaml': SPEC });
    symlinkSync('plan.txt', join(cwd, 'link'));
    await cli(['plan', 'a.lync.yaml', '--force', '--output', 'link'], { cwd });
    expect(lstatSync(join(cwd, 'link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'plan.txt'), 'utf8')).toContain('CsSipDomain contoso.com');
  });

  it.skipIf(process.platform === 'win32').each(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])(
    'may be the standard output, %s, which goes on',
    async (output) => {
      const cwd = workspace({ 'a.lync.yaml': SPEC, out: 'before\n' });
      const run = ['plan', 'a.lync.yaml', '--force', '--output', output].join(' ');
      execFileSync('sh', ['-c', `"$0" "$1" ${run} >> out`, process.execPath, bundle], { cwd });
      const { stdout } = await cli(['plan', 'a.lync.yaml', '--force'], { cwd });
      expect(readFileSync(join(cwd, 'out'), 'utf8')).toBe(`before\n${stdout}`);
    },
  );

  it.skipIf(process.platform === 'win32').each([
    ['plan', ['a.lync.yaml', '--force']],
    ['import', ['capture.json']],
    ['capture', []],
  ])('%s may write to a stream that is open', async (command, args) => {
    const cwd = workspace({ 'a.lync.yaml': SPEC, 'capture.json': '{ "CsAllowedDomain": [] }', out: 'before\n' });
    const run = [command, ...args, '--output', '/dev/fd/3'].join(' ');
    execFileSync('sh', ['-c', `"$0" "$1" ${run} 3>> out`, process.execPath, bundle], { cwd });
    expect(readFileSync(join(cwd, 'out'), 'utf8')).toMatch(/^before\n./s);
  });

  it('may not part a file from its other name', async () => {
    const cwd = workspace({ 'a.lync.yaml': FAULTY, 'plan.txt': 'before' });
    linkSync(join(cwd, 'a.lync.yaml'), join(cwd, 'b.lync.yaml'));
    linkSync(join(cwd, 'plan.txt'), join(cwd, 'other.txt'));
    const complaint = (name: string) =>
      `error: \`${name}\` has another name, a hard link, from which writing would part it. Remove one of the names, or write to another file.\n`;
    const fix = await cli(['fix', 'a.lync.yaml'], { cwd });
    expect([fix.code, fix.stderr]).toEqual([2, complaint('a.lync.yaml')]);
    const plan = await cli(['plan', 'a.lync.yaml', '--force', '--output', 'plan.txt'], { cwd });
    expect([plan.code, plan.stderr]).toEqual([2, complaint('plan.txt')]);
    expect(readFileSync(join(cwd, 'a.lync.yaml'), 'utf8')).toBe(FAULTY);
    expect(readFileSync(join(cwd, 'plan.txt'), 'utf8')).toBe('before');
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

describe('a file that is repaired', () => {
  const write = (cwd: string) => {
    const texts = { before: Buffer.from('before'), after: Buffer.from('after') };
    return rewriteNamed('a.lync.yaml', texts, { cwd }).catch((error: unknown) => reasonOf(error));
  };

  it('and was changed meanwhile is left as it is', async () => {
    const cwd = workspace({ 'a.lync.yaml': 'before, by somebody else' });
    expect(await write(cwd)).toBe('`a.lync.yaml` was changed meanwhile, so it is left as it is: repair it once more.');
    expect(readdirSync(cwd)).toEqual(['a.lync.yaml']);
    expect(readFileSync(join(cwd, 'a.lync.yaml'), 'utf8')).toBe('before, by somebody else');
  });

  it('and was removed meanwhile stays away', async () => {
    const cwd = workspace({});
    expect(await write(cwd)).toBe('There is no file or folder `a.lync.yaml`.');
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('is a file', async () => {
    const cwd = workspace({});
    execFileSync('mkfifo', [join(cwd, 'pipe.lync.yaml')]);
    const [{ code, stdout, stderr }] = await Promise.all([
      cli(['fix', 'pipe.lync.yaml'], { cwd }),
      writeFile(join(cwd, 'pipe.lync.yaml'), FAULTY),
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'error: `pipe.lync.yaml` is no file that can be repaired in its place; `lync-federation fix -` reads standard input and writes to standard output.\n',
    );
  });

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is whole after %s, however often, and nothing is left beside it',
    async (signal) => {
      const text = `${FAULTY}# ${'x'.repeat(4_000_000)}\n`;
      const cwd = workspace({ 'a.lync.yaml': text });
      const child = spawn(process.execPath, [bundle, 'fix', 'a.lync.yaml'], { cwd, stdio: 'ignore' });
      const watcher = watch(cwd, (_, name) => {
        if (name !== null && name !== 'a.lync.yaml') child.kill(signal);
      });
      const [, ended] = await once(child, 'close');
      watcher.close();
      expect(ended).toBe(signal);
      expect(readdirSync(cwd)).toEqual(['a.lync.yaml']);
      expect(readFileSync(join(cwd, 'a.lync.yaml'), 'utf8')).toMatch(/x\n$/);
    },
  );
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
