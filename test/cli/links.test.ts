import { mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, cli, FAULTY, workspace } from './cli.ts';

const asOf = ['--as-of', '2014-07-01'];
const clean = (files: string) => ({ code: 0, stdout: `No problems in ${files}, as of 2014-07-01\n`, stderr: '' });

/** A folder `inside` of which links may lead to its neighbour `outside`. */
function twoFolders(): { readonly inside: string; readonly outside: string } {
  const folder = workspace({
    'inside/plain.lync.yaml': CLEAN,
    'outside/spec.lync.yaml': FAULTY,
    'outside/project.yaml': 'persona: nobody\n',
    'outside/notes.json': '{ "version": 1, "problems": [] }\n',
  });
  const root = realpathSync(folder);
  return { inside: join(root, 'inside'), outside: join(root, 'outside') };
}

describe.skipIf(process.platform === 'win32')('a link in a folder that is searched', () => {
  it('to a file elsewhere is told of and not read', async () => {
    const { inside, outside } = twoFolders();
    symlinkSync('../outside/spec.lync.yaml', join(inside, 'link.lync.yaml'));
    const told = `error: \`link.lync.yaml\` is a link that leads elsewhere, to \`${join(outside, 'spec.lync.yaml')}\`, so a search does not read it. Name it to have it read, or leave it out of the search.\n`;
    for (const word of ['.', '*.yaml'])
      expect(await cli(['check', ...asOf, word], { cwd: inside })).toEqual({
        ...clean('1 file'),
        code: 2,
        stderr: told,
      });
    expect((await cli(['fix', '--review', ...asOf, '.'], { cwd: inside })).stderr).toContain(told);
    expect(readFileSync(join(outside, 'spec.lync.yaml'), 'utf8')).toBe(FAULTY);
  });

  it('to a file elsewhere may be left out, and is read where it is named', async () => {
    const { inside } = twoFolders();
    symlinkSync('../outside/spec.lync.yaml', join(inside, 'link.lync.yaml'));
    expect((await cli(['check', ...asOf, 'link.lync.yaml'], { cwd: inside })).code).toBe(1);
    writeFileSync(join(inside, '.lync-federation.yaml'), 'exclude: [link.lync.yaml]\n');
    expect(await cli(['check', ...asOf, '.'], { cwd: inside })).toEqual(clean('1 file'));
  });

  it('to a file inside is read, also where the folder itself is a link', async () => {
    const { inside } = twoFolders();
    mkdirSync(join(inside, 'old'));
    writeFileSync(join(inside, 'old/contoso.yaml'), CLEAN);
    symlinkSync('old/contoso.yaml', join(inside, 'link.lync.yaml'));
    symlinkSync('inside', join(inside, '../linked'));
    expect(await cli(['check', ...asOf, '.'], { cwd: inside })).toEqual(clean('2 files'));
    for (const word of ['linked', 'linked/*.lync.yaml'])
      expect(await cli(['check', ...asOf, word], { cwd: join(inside, '..') })).toEqual(clean('2 files'));
    expect(await cli(['check', ...asOf, '.'], { cwd: join(inside, '../linked') })).toEqual(clean('2 files'));
  });

  it('to a file in the working directory is read', async () => {
    const { inside } = twoFolders();
    mkdirSync(join(inside, 'sub'));
    symlinkSync('../plain.lync.yaml', join(inside, 'sub/link.lync.yaml'));
    expect(await cli(['check', ...asOf, 'sub'], { cwd: inside })).toEqual(clean('1 file'));
  });

  it('to a folder is not followed, be it elsewhere or a circle', async () => {
    const { inside } = twoFolders();
    const names = Array.from({ length: 12 }, (_, i) => `f${i}`);
    for (const name of names) {
      mkdirSync(join(inside, name));
      for (const other of names) symlinkSync(`../${other}`, join(inside, name, `to-${other}`));
    }
    symlinkSync('..', join(inside, 'up'));
    symlinkSync('/', join(inside, 'everything'));
    writeFileSync(join(inside, 'f3/one.lync.yaml'), CLEAN);
    expect(await cli(['check', ...asOf, '.'], { cwd: inside })).toEqual(clean('2 files'));
    expect((await cli(['import', '.'], { cwd: inside })).stderr).toMatch(/There is no capture in `\.`/);
    expect((await cli(['check', ...asOf, 'up/outside'], { cwd: inside })).code).toBe(1);
  });

  it('of captures that leads elsewhere is told of and not read', async () => {
    const { inside, outside } = twoFolders();
    symlinkSync('../outside/notes.json', join(inside, 'live.json'));
    const { code, stderr } = await cli(['import', '.'], { cwd: inside });
    expect(code).toBe(2);
    expect(stderr).toContain(`\`live.json\` is a link that leads elsewhere, to \`${join(outside, 'notes.json')}\``);
  });
});

describe.skipIf(process.platform === 'win32')('a link in the place of a file that nobody named', () => {
  it('is no project file where it leads elsewhere', async () => {
    const { inside, outside } = twoFolders();
    symlinkSync('../outside/project.yaml', join(inside, '.lync-federation.yaml'));
    expect(await cli(['check', ...asOf, 'plain.lync.yaml'], { cwd: inside })).toEqual({
      ...clean('1 file'),
      code: 2,
      stderr: `error: \`.lync-federation.yaml\` is a link that leads elsewhere, to \`${join(outside, 'project.yaml')}\`, so it is not read. Put the project file itself there.\n`,
    });
  });

  it('is the project file where it leads to one inside', async () => {
    const { inside } = twoFolders();
    mkdirSync(join(inside, 'sub'));
    writeFileSync(join(inside, 'common.yaml'), 'persona: nobody\n');
    writeFileSync(join(inside, 'sub/a.lync.yaml'), CLEAN);
    symlinkSync('../common.yaml', join(inside, 'sub/.lync-federation.yaml'));
    const { stderr } = await cli(['check', ...asOf, 'sub/a.lync.yaml'], { cwd: inside });
    expect(stderr).toMatch(/^error: sub\/\.lync-federation\.yaml:1:10: /);
  });

  it('is not taken for the baseline, which would be written', async () => {
    const { inside, outside } = twoFolders();
    const name = '.lync-federation.baseline.json';
    const notes = join(outside, 'notes.json');
    symlinkSync('../outside/notes.json', join(inside, name));
    const before = readFileSync(notes, 'utf8');
    expect(await cli(['baseline', 'update'], { cwd: inside })).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: \`${name}\` is a link that leads elsewhere, to \`${notes}\`, so it is not written. Name the baseline that you mean: \`--baseline FILE\`.\n`,
    });
    expect(readFileSync(notes, 'utf8')).toBe(before);
    // Who names it means it, as with every program.
    writeFileSync(join(inside, 'faulty.lync.yaml'), FAULTY);
    expect((await cli(['baseline', 'update', '--baseline', name], { cwd: inside })).code).toBe(0);
    expect(readFileSync(notes, 'utf8')).toContain('faulty.lync.yaml');
  });
});

it('a baseline that names a file by its whole path has no other machine asked for it', async () => {
  const about = { rule: 'duplicate-key', path: '', text: '' };
  const names = ['//fileserver.invalid/share/a.lync.yaml', '/nowhere/b.lync.yaml', 'gone.lync.yaml'];
  const known = JSON.stringify({ version: 1, problems: names.map((file) => ({ file, ...about })) });
  const cwd = workspace({ 'a.lync.yaml': CLEAN, 'known.json': known });
  const { stdout } = await cli(['baseline', 'update', '--baseline', 'known.json'], { cwd });
  expect(stdout).toBe('known.json: 2 known problems, 0 of them new; 1 no longer there\n');
});
