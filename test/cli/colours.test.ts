import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Host, shellOf } from '../../server/src/cli/host.ts';
import { progressBar } from '../../server/src/cli/progress.ts';
import { run } from '../../server/src/cli/run.ts';
import type { Shell } from '../../server/src/cli/shell.ts';
import { cli, FAULTY, workspace } from './cli.ts';

const SPEC = `lyncFederation: 1
asOf: 2014-06-15
server: { product: lync-2013 }
edge: { configuration: { allowFederatedUsers: true } }
providers: { public: [{ identity: AOL, enabled: true }] }
domains: { allowed: [fabrikam.com] }
`;
const FILES = {
  'a.lync.yaml': SPEC,
  'faulty.lync.yaml': FAULTY,
  'live.json': '{ "version": 1, "objects": { "CsAllowedDomain": [] } }',
};

describe('colours', () => {
  it.each([
    'check a.lync.yaml',
    'fix --dry-run faulty.lync.yaml',
    'fix faulty.lync.yaml',
    'explain AOL',
    'explain --spec a.lync.yaml fabrikam.com',
    'timeline a.lync.yaml',
    'upcoming a.lync.yaml',
    'plan a.lync.yaml',
    'drift a.lync.yaml --live live.json',
    'rules',
    'rules --messages',
  ])('are shown by %s, and change no letter', async (line) => {
    const [plain, painted] = await Promise.all(
      ['never', 'always'].map((when) => cli([...line.split(' '), '--color', when], { cwd: workspace(FILES) })),
    );
    expect(plain?.stdout).not.toContain('\x1b');
    expect(painted?.stdout).toContain('\x1b[');
    expect(stripVTControlCharacters(painted?.stdout ?? '')).toBe(plain?.stdout);
    expect(painted?.code).toBe(plain?.code);
  });

  it.each(['plan a.lync.yaml', 'upcoming a.lync.yaml'])('never come into a file: %s', async (line) => {
    const cwd = workspace(FILES);
    await cli([...line.split(' '), '--color', 'always', '--output', 'out.txt'], { cwd });
    const { stdout } = await cli([...line.split(' '), '--color', 'never'], { cwd });
    expect(readFileSync(`${cwd}/out.txt`, 'utf8')).toBe(stdout);
  });

  const shown = async (args: readonly string[], host: Partial<Host> = {}) => {
    let written = '';
    const write = (text: string | Uint8Array) => {
      written += String(text);
    };
    const around = {
      cwd: workspace(FILES),
      today: '2014-06-15',
      input: async function* () {},
      env: {},
      texts: async () => ({}),
      rulePages: async () => ({}),
      isTerminal: true,
    };
    await run(args, await shellOf({ ...around, writeOutput: write, writeError: write, ...host }));
    return written.includes('\x1b');
  };

  it.each<[string, readonly string[], Partial<Host>, boolean]>([
    ['on a terminal', [], {}, true],
    ['in a pipe', [], { isTerminal: false }, false],
    ['on a terminal that has none', [], { env: { TERM: 'dumb' } }, false],
    ['with NO_COLOR', [], { env: { NO_COLOR: '1' } }, false],
    ['with FORCE_COLOR in a pipe', [], { env: { FORCE_COLOR: '1' }, isTerminal: false }, true],
    ['with NO_COLOR, where they are asked for', ['--color', 'always'], { env: { NO_COLOR: '1' } }, true],
    ['with FORCE_COLOR, where they are refused', ['--color=never'], { env: { FORCE_COLOR: '1' } }, false],
  ])('%s', async (_, args, host, isColoured) => {
    expect(await shown(['check', 'a.lync.yaml', ...args], host)).toBe(isColoured);
  });

  it('of help', async () => {
    expect([await shown(['--help']), await shown(['help', 'check'], { isTerminal: false })]).toEqual([true, false]);
  });

  it('are a few words', async () => {
    expect((await cli(['rules', '--color', 'yes'])).stderr).toBe(
      'error: `--color` does not take `yes`: take one of `auto`, `always`, `never`.\n',
    );
  });
});

describe('the bar', () => {
  it('comes once it takes a while, tells how far the work is, and goes', () => {
    let [written, time] = ['', 0];
    const bar = progressBar(
      'check',
      (text) => (written += text),
      () => time,
    );
    bar.at(0.1);
    expect(written).toBe('');
    time = 300;
    bar.at(0.25);
    bar.at(0.254);
    expect(written).toBe('\rcheck [#####...............] 25 %');
    bar.done();
    expect(written).toBe('\rcheck [#####...............] 25 %\r\x1b[2K');
  });

  it('leaves no trace of work that is done at once', () => {
    let written = '';
    const bar = progressBar(
      'check',
      (text) => (written += text),
      () => 0,
    );
    for (const part of [0.1, 0.5, 1]) bar.at(part);
    bar.done();
    expect(written).toBe('');
  });

  it('is shown to who watches standard error alone', async () => {
    const names: string[] = [];
    const around = {
      cwd: workspace(FILES),
      today: '2014-06-15',
      input: async function* () {},
      env: {},
      texts: async () => ({}),
      rulePages: async () => ({}),
      isTerminal: false,
    };
    const silent = { writeOutput() {}, writeError() {} };
    const watched = await shellOf({ ...around, ...silent, isWatched: true });
    const shell: Shell = { ...watched, withColours: () => shell, progress: (name: string) => bar(name) };
    const bar = (name: string) => ({
      at: (part: number) => names.push(`${name} ${part}`),
      done: () => names.push('done'),
    });
    await run(['check', 'a.lync.yaml', 'faulty.lync.yaml'], shell);
    expect(names).toEqual(['check 0', 'check 0.5', 'done']);
    expect((await shellOf({ ...around, ...silent, isWatched: false })).progress).toBeUndefined();
  });
});
