import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, cli, type Setting, workspace } from './cli.ts';

const PROJECT = '.lync-federation.yaml';
const AOL =
  'lyncFederation: 1\nserver: { product: lync-2013 }\nproviders:\n  public: [{ identity: AOL, enabled: true }]\n';
const SCRIPT = 'Remove-CsPublicProvider -Identity AOL\nSet-CsPublicProvider -Identty AOL\n';

/** The findings of `check --format json`: path and rule of each. */
async function found(args: readonly string[], setting: Setting) {
  const { stdout, stderr, code } = await cli(['check', '--format', 'json', ...args], setting);
  const report = JSON.parse(stdout);
  const files: readonly { path: string; problems: readonly { rule: string; severity: string }[] }[] = report.files;
  return {
    code,
    stderr,
    asOf: report.asOf,
    paths: files.map(({ path }) => path),
    rules: files.flatMap(({ path, problems }) => problems.map(({ rule, severity }) => `${path} ${severity}[${rule}]`)),
  };
}

function retired(rules: readonly string[]): readonly string[] {
  return rules.filter((one) => one.includes('retired-provider'));
}

describe('a project file governs', () => {
  it('the day, the persona and the levels of rules', async () => {
    const cwd = workspace({ 'a.lync.yaml': AOL, [PROJECT]: 'asOf: 2014-07-02\nrules: { retired-provider: info }\n' });
    const run = await found([], { cwd });
    expect(run.asOf).toBe('2014-07-02');
    expect(retired(run.rules)).toEqual(['a.lync.yaml info[retired-provider]']);
    const off = workspace({ 'a.lync.yaml': AOL, [PROJECT]: 'asOf: 2014-07-02\nrules: { retired-provider: off }\n' });
    expect(retired((await found([], { cwd: off })).rules)).toEqual([]);
    const wide = workspace({ 'a.lync.yaml': AOL, [PROJECT]: 'persona: auditor\n' });
    const narrow = workspace({ 'a.lync.yaml': AOL });
    const rules = async (folder: string) => (await found(['--as-of', '2013-01-01'], { cwd: folder })).rules.length;
    expect(await rules(wide)).toBeGreaterThan(await rules(narrow));
  });

  it('the levels of rules by path, the last entry before the ones above it', async () => {
    const overrides = `overrides:
  - { files: [lab, 'Old/*.yaml'], rules: { retired-provider: warning } }
  - { files: [lab/next], rules: { retired-provider: off } }
`;
    const cwd = workspace({
      'a.lync.yaml': AOL,
      'lab/b.lync.yaml': AOL,
      'lab/next/c.lync.yaml': AOL,
      'old/d.lync.yaml': AOL,
      [PROJECT]: `asOf: 2014-07-02\nrules: { retired-provider: info }\n${overrides}`,
    });
    expect(retired((await found([], { cwd })).rules)).toEqual([
      'a.lync.yaml info[retired-provider]',
      'lab/b.lync.yaml warning[retired-provider]',
      'old/d.lync.yaml warning[retired-provider]',
    ]);
    expect(retired((await found(['--rule', 'retired-provider=error', 'lab/next'], { cwd })).rules)).toEqual([
      'lab/next/c.lync.yaml error[retired-provider]',
    ]);
    expect(retired((await found(['b.lync.yaml'], { cwd: join(cwd, 'lab') })).rules)).toEqual([
      'b.lync.yaml warning[retired-provider]',
    ]);
  });

  it('but what is typed comes first, and the day of the spec itself', async () => {
    const own = AOL.replace('server', 'asOf: 2013-05-05\nserver');
    const cwd = workspace({
      'a.lync.yaml': AOL,
      'own.lync.yaml': own,
      [PROJECT]: 'asOf: 2013-01-01\nrules: { retired-provider: off }\n',
    });
    const typed = await found(['a.lync.yaml', '--as-of', '2014-07-02', '--rule', 'retired-provider=warning'], { cwd });
    expect(typed.asOf).toBe('2014-07-02');
    expect(retired(typed.rules)).toEqual(['a.lync.yaml warning[retired-provider]']);
    expect((await found(['own.lync.yaml'], { cwd })).asOf).toBe('2013-05-05');
    const report = await cli(['check', '--as-of', '2013-02-02'], { cwd });
    expect(report.stdout).toContain('own.lync.yaml is judged as of 2013-05-05, its own `asOf`.');
  });

  it('files in other forms together, where it lies above them all', async () => {
    const level = (to: string) => `asOf: 2014-07-02\nrules: { retired-provider: ${to} }\n`;
    const list = 'PS C:\\> Get-CsPublicProvider | fl\n\nIdentity : AOL\nEnabled  : True\n';
    const zone = '$ORIGIN contoso.com.\nsip A 203.0.113.10\n';
    const files = { 'a/fed.txt': list, 'a/dns/x.zone': zone, 'b/y.zone': zone, 'c.zone': zone };
    const inA = { ...files, [`a/${PROJECT}`]: level('info'), [`a/dns/${PROJECT}`]: level('off') };
    const inB = { ...inA, [`b/${PROJECT}`]: level('off') };
    const told = async (all: Readonly<Record<string, string>>, ...words: string[]) =>
      retired((await found(words, { cwd: workspace(all), input: zone })).rules);
    const [info, warning, error] = ['info', 'warning', 'error'].map((one) => [`a/fed.txt ${one}[retired-provider]`]);
    for (const above of [{}, { [PROJECT]: level('warning') }]) {
      const all = { ...inB, ...above };
      const outside = PROJECT in above ? warning : error;
      expect(await told(all, 'a/fed.txt')).toEqual(info);
      for (const other of ['a/dns/x.zone', 'b/y.zone', 'c.zone', '-']) {
        const expected = other === 'a/dns/x.zone' ? info : outside;
        expect(await told(all, 'a/fed.txt', other)).toEqual(expected);
        expect(await told(all, other, 'a/fed.txt')).toEqual(expected);
      }
    }
  });

  it('what lies below it, from wherever that is named, unless a nearer one does', async () => {
    const cwd = workspace({
      [PROJECT]: 'asOf: 2013-01-01\n',
      'far/deep/a.lync.yaml': AOL,
      'near/b.lync.yaml': AOL,
      'near/.lync-federation.yml': '# from today on\nasOf: 2014-07-02\n',
      'near/none/c.lync.yaml': AOL,
      [`near/none/${PROJECT}`]: '',
    });
    const day = async (file: string, folder = cwd) => (await found([file], { cwd: folder })).asOf;
    expect(await day('a.lync.yaml', join(cwd, 'far/deep'))).toBe('2013-01-01');
    expect(await day('far/deep/a.lync.yaml')).toBe('2013-01-01');
    expect(await day('near/b.lync.yaml')).toBe('2014-07-02');
    expect(await day('near/none/c.lync.yaml')).toBe(new Date().toISOString().slice(0, 10));
    expect((await found(['-'], { cwd: join(cwd, 'near'), input: AOL })).asOf).toBe('2014-07-02');
    const report = await cli(['check'], { cwd });
    expect(report.stdout).toContain('near/b.lync.yaml is judged as of 2014-07-02, the `asOf` of its project file.');
  });

  it('the product of scripts', async () => {
    const input =
      'New-CsPublicProvider -Identity Skype -ProxyFqdn federation.messenger.msn.com -EnableSkypeIdRouting $true\n';
    const rules = async (product: string) => {
      const cwd = workspace({ [PROJECT]: `product: ${product}\n`, 'setup.ps1': input });
      return (await found(['setup.ps1'], { cwd })).rules.filter((one) => one.includes('parameter-not-in-version'));
    };
    expect(await rules('lync-2010')).toHaveLength(1);
    expect(await rules('sfb-2019')).toEqual([]);
  });

  it('fix, timeline and plan', async () => {
    const text = AOL.replace('providers', 'provider');
    const cwd = workspace({
      'a.lync.yaml': text,
      'b.lync.yaml': AOL,
      [PROJECT]: 'rules: { unknown-key: off, retired-provider: off }\n',
    });
    await cli(['fix', 'a.lync.yaml'], { cwd });
    expect(readFileSync(join(cwd, 'a.lync.yaml'), 'utf8')).toBe(text);
    expect((await cli(['timeline', 'b.lync.yaml'], { cwd })).stdout).not.toContain('retired-provider');
    const levels = 'asOf: 2014-07-02\nrules: { retired-provider: error }\n';
    const strict = workspace({ 'a.lync.yaml': AOL, [PROJECT]: levels });
    const planned = await cli(['plan', 'a.lync.yaml'], { cwd: strict });
    expect([planned.code, planned.stderr]).toEqual([2, expect.stringContaining('`a.lync.yaml` has 1 error')]);
  });
});

describe('a search', () => {
  const files = {
    'a.lync.yaml': CLEAN,
    'edge/b.lync.yaml': CLEAN,
    'edge/odd.yaml': CLEAN,
    'edge/compose.yaml': 'services: {}\n',
    'edge/setup.ps1': SCRIPT,
    'edge/other.ps1': 'Get-Process\n',
    'archive/c.lync.yaml': CLEAN,
    'node_modules/x/d.lync.yaml': CLEAN,
  };

  it.each([
    ['persona: regular', ['a.lync.yaml', 'archive/c.lync.yaml', 'edge/b.lync.yaml']],
    ['exclude: [archive]', ['a.lync.yaml', 'edge/b.lync.yaml']],
    ["include: ['edge/**']", ['edge/b.lync.yaml', 'edge/odd.yaml']],
    ['languages: [powershell]', ['edge/setup.ps1']],
    [
      'languages: [lync-federation, powershell]\nexclude: [archive]',
      ['a.lync.yaml', 'edge/b.lync.yaml', 'edge/setup.ps1'],
    ],
  ])('obeys %j', async (project, paths) => {
    const cwd = workspace({ ...files, [PROJECT]: `${project}\n` });
    expect((await found([], { cwd })).paths).toEqual(paths);
  });

  it('of a folder below obeys the file above, and a nearer one where there is one', async () => {
    const cwd = workspace({ ...files, [PROJECT]: 'include: [edge]\n', [`archive/${PROJECT}`]: '' });
    expect((await found([], { cwd })).paths).toEqual(['archive/c.lync.yaml', 'edge/b.lync.yaml', 'edge/odd.yaml']);
    expect((await found(['.'], { cwd: join(cwd, 'edge') })).paths).toEqual(['b.lync.yaml', 'odd.yaml']);
  });

  it('never stands in the way of what is named', async () => {
    const cwd = workspace({ ...files, [PROJECT]: 'exclude: [archive, edge]\n' });
    const paths = ['archive/c.lync.yaml', 'edge/odd.yaml', 'edge/other.ps1'];
    expect((await found(paths, { cwd })).paths).toEqual(paths);
    expect((await found(['archive/*'], { cwd })).paths).toEqual(['archive/c.lync.yaml']);
  });

  it('that leaves nothing says so', async () => {
    const cwd = workspace({ 'a/b.lync.yaml': CLEAN, 'c.ps1': 'Get-Process\n', [PROJECT]: 'languages: [powershell]\n' });
    const run = await cli(['check'], { cwd });
    expect(run).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: There is nothing to look at in `.` by the names of specs and what `.lync-federation.yaml` says of `include`, `exclude`, `languages`.\n',
    });
  });
});

describe('a mistake in a project file', () => {
  const BAD = 'persona: pedantc\nrules:\n  srv-port: info\n  foo: off\n';
  const complaint =
    'error: .lync-federation.yaml:1:10: `pedantc` is not a value of `persona`. Did you mean `pedantic`?\nerror: .lync-federation.yaml:4:3: `foo` is not a key of `rules`';

  it.each([['check'], ['check', 'a.lync.yaml', 'b.lync.yaml'], ['fix', 'a.lync.yaml'], ['timeline', 'a.lync.yaml']])(
    'fails %s %s, once, with its place',
    async (...args) => {
      const cwd = workspace({ 'a.lync.yaml': CLEAN, 'b.lync.yaml': CLEAN, [PROJECT]: BAD });
      const run = await cli(args, { cwd });
      expect(run.code).toBe(2);
      expect(run.stderr.slice(0, complaint.length)).toBe(complaint);
      expect(run.stderr.match(/pedantc/g)).toHaveLength(1);
      expect(run.stdout).not.toBe('');
    },
  );

  it('fails plan before it plans', async () => {
    const cwd = workspace({ 'a.lync.yaml': CLEAN, [PROJECT]: BAD });
    const run = await cli(['plan', 'a.lync.yaml'], { cwd });
    expect([run.code, run.stdout, run.stderr.split('\n')[0]]).toEqual([2, '', complaint.split('\n')[0]]);
  });

  it('is found where no spec lies beside it', async () => {
    const cwd = workspace({ 'a.lync.yaml': CLEAN, [`empty/${PROJECT}`]: 'foo: 1\n' });
    const run = await cli(['check'], { cwd });
    expect([run.code, run.stderr]).toEqual([2, expect.stringMatching(/^error: empty\/\.lync-federation\.yaml:1:1: /)]);
  });

  it('is reported by checking the file, and repaired by fix', async () => {
    const cwd = workspace({ [PROJECT]: 'persona: pedantc # who\n' });
    const run = await found([PROJECT], { cwd });
    expect(run).toMatchObject({ code: 1, stderr: '', rules: [`${PROJECT} error[unknown-value]`] });
    expect((await cli(['fix', PROJECT], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, PROJECT), 'utf8')).toBe('persona: pedantic # who\n');
    expect((await found([PROJECT], { cwd })).code).toBe(0);
  });

  it.each(['plan', 'timeline'])('%s says that a project file is no spec', async (command) => {
    const cwd = workspace({ [PROJECT]: 'persona: pedantic\n' });
    const run = await cli([command, PROJECT], { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(
      '`.lync-federation.yaml` is a project file: it says how specs are judged, and is none. Name a spec.',
    );
  });

  it('is one that cannot be read, too; a folder of that name is no project file', async () => {
    const cwd = workspace({ 'a.lync.yaml': CLEAN, [PROJECT]: new Uint8Array([0, 1, 2]) });
    expect(await cli(['check'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining(PROJECT) });
    const folder = workspace({ 'a.lync.yaml': CLEAN });
    mkdirSync(join(folder, PROJECT));
    expect((await cli(['check'], { cwd: folder })).code).toBe(0);
  });
});
