import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, cli, workspace } from './cli.ts';

const BASELINE = '.lync-federation.baseline.json';

/** A spec with two errors: a provider that has ended, and a key that is none. */
const SPEC = `lyncFederation: 1
asOf: 2014-07-01
server:
  product: lync-2013
  edition: enterprise
edge:
  configuration:
    allowFederatedUsers: true
providers:
  public:
    - identity: AOL
      enabled: true
policies:
  externalAccess:
    - identity: global
      enableFederationAccess: true
      enablePublicCloudAccess: true
licensing:
  standardCal: true
`;

const SCRIPT = 'Get-CsPool -Colour red\nEnable-CsAllowedDomain -Identity a.com\n';

function read(cwd: string, name = BASELINE): string {
  return readFileSync(join(cwd, name), 'utf8');
}

/** A folder with these files and the baseline of them. */
async function known(files: Readonly<Record<string, string>>, ...args: string[]): Promise<string> {
  const cwd = workspace(files);
  const run = await cli(['baseline', 'update', ...args], { cwd });
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
  return cwd;
}

/** The rules that are reported, and the last line of the report. */
async function check(cwd: string, ...args: string[]) {
  const { code, stdout, stderr } = await cli(['check', '--baseline', BASELINE, ...args], { cwd });
  return {
    code,
    rules: [...stdout.matchAll(/^\w+\[([\w-]+)\]/gm)].map(([, rule]) => rule),
    sum: stdout.split('\n').at(-2),
    stderr,
  };
}

const NOTHING_NEW = {
  code: 0,
  rules: [],
  sum: 'No problems in 1 file, as of 2014-07-01; 2 in the baseline',
  stderr: '',
};

describe('baseline update', () => {
  it('writes an entry a line, by names and in order', async () => {
    const cwd = workspace({
      'eu/b.lync.yaml': SPEC,
      'a.lync.yaml': SPEC.replace('edition: enterprise', 'edition: "x y"'),
    });
    const run = await cli(['baseline', 'update'], { cwd });
    expect(run).toEqual({
      code: 0,
      stdout: `${BASELINE}: 4 known problems, 4 of them new; 0 no longer there\n`,
      stderr: '',
    });
    expect(read(cwd)).toBe(`{
  "version": 1,
  "problems": [
    { "file": "a.lync.yaml", "rule": "retired-provider", "path": "providers.public[AOL].identity", "text": "AOL" },
    { "file": "a.lync.yaml", "rule": "unknown-key", "path": "server.edition", "text": "edition" },
    { "file": "eu/b.lync.yaml", "rule": "retired-provider", "path": "providers.public[AOL].identity", "text": "AOL" },
    { "file": "eu/b.lync.yaml", "rule": "unknown-key", "path": "server.edition", "text": "edition" }
  ]
}
`);
    const before = read(cwd);
    expect((await cli(['baseline', 'update'], { cwd })).stdout).toBe(
      `${BASELINE}: 4 known problems, 0 of them new; 0 no longer there\n`,
    );
    expect(read(cwd)).toBe(before);
  });

  it('writes an empty one for specs without problems, and reads it', async () => {
    const cwd = await known({ 'a.lync.yaml': CLEAN });
    expect(read(cwd)).toBe('{\n  "version": 1,\n  "problems": []\n}\n');
    expect((await check(cwd)).code).toBe(0);
  });

  it('keeps what is known of files it did not look at, and drops those that are gone', async () => {
    const cwd = await known({ 'a.lync.yaml': SPEC, 'b.lync.yaml': SPEC, 'c.lync.yaml': SPEC });
    writeFileSync(join(cwd, 'a.lync.yaml'), SPEC.replace('  edition: enterprise\n', ''));
    writeFileSync(join(cwd, 'b.lync.yaml'), CLEAN);
    rmSync(join(cwd, 'c.lync.yaml'));
    const run = await cli(['baseline', 'update', 'a.lync.yaml'], { cwd });
    expect(run.stdout).toBe(`${BASELINE}: 3 known problems, 0 of them new; 3 no longer there\n`);
    const entries = JSON.parse(read(cwd)).problems.map(({ file, rule }: Record<string, string>) => `${file} ${rule}`);
    expect(entries).toEqual([
      'a.lync.yaml retired-provider',
      'b.lync.yaml retired-provider',
      'b.lync.yaml unknown-key',
    ]);
  });

  it('names files from where the baseline is', async () => {
    const cwd = workspace({ 'specs/a.lync.yaml': SPEC, 'ci/readme.txt': '' });
    await cli(['baseline', 'update', '--baseline', 'ci/known.json'], { cwd });
    expect(read(cwd, 'ci/known.json')).toContain('"file": "../specs/a.lync.yaml"');
    const run = await cli(['check', '--baseline', '../ci/known.json', 'a.lync.yaml'], { cwd: join(cwd, 'specs') });
    expect(run.stdout).toBe(`${NOTHING_NEW.sum}\n`);
  });

  it('does not take what the project file lets nobody suppress, and check reports it', async () => {
    const cwd = await known({ 'a.lync.yaml': SPEC, 'b.lync.yaml': SPEC });
    writeFileSync(join(cwd, '.lync-federation.yaml'), 'neverSuppress: [retired-provider]\n');
    const checked = await check(cwd);
    expect(checked).toMatchObject({
      code: 1,
      sum: '2 errors in 2 files, as of 2014-07-01; 2 in the baseline',
      stderr: '',
    });
    expect(await cli(['baseline', 'update'], { cwd })).toEqual({
      code: 1,
      stdout: `${BASELINE}: 2 known problems, 0 of them new; 2 no longer there\n`,
      stderr: 'error: 2 problems are not in the baseline: the project file lets nobody suppress `retired-provider`.\n',
    });
    expect(read(cwd)).not.toContain('retired-provider');
  });

  it('leaves what is suppressed out, and knows nothing of standard input', async () => {
    const cwd = await known({
      'a.lync.yaml': SPEC.replace('edition: enterprise', '$& # lync-federation: ignore[unknown-key] why'),
    });
    expect(read(cwd)).not.toContain('unknown-key');
    const run = await cli(['check', '--baseline', BASELINE, '-'], { cwd, input: SPEC });
    expect(run.code).toBe(1);
    const zone = '$ORIGIN contoso.com.\nsip A 10.0.0.5\n';
    for (const words of [['-'], ['--internal', '-']])
      expect(await cli(['baseline', 'update', ...words], { cwd, input: zone })).toEqual({
        code: 2,
        stdout: '',
        stderr: 'error: Standard input has no name by which a baseline could know it.\n',
      });
    const inner = workspace({ 'in.dns': zone });
    expect((await cli(['baseline', 'update', '--internal', 'in.dns'], { cwd: inner })).code).toBe(0);
  });

  it('takes no other word', async () => {
    for (const words of [[], ['list']]) {
      const { code, stderr } = await cli(['baseline', ...words]);
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: 'error: Say what is to be done: `lync-federation baseline update`.\n',
      });
    }
  });

  it('goes on with what can be read, and writes nothing where nothing can', async () => {
    const cwd = workspace({ 'a.lync.yaml': SPEC, 'b.lync.yaml': 'a\0b' });
    const run = await cli(['baseline', 'update'], { cwd });
    expect([run.code, run.stderr]).toEqual([2, 'error: `b.lync.yaml` is a binary file, not a federation spec.\n']);
    expect(JSON.parse(read(cwd)).problems).toHaveLength(2);
    rmSync(join(cwd, BASELINE));
    expect((await cli(['baseline', 'update', 'conotso.lync.yaml'], { cwd })).code).toBe(2);
    expect(existsSync(join(cwd, BASELINE))).toBe(false);
  });
});

describe('check --baseline', () => {
  it('reports nothing that is known', async () => {
    const cwd = await known({ 'a.lync.yaml': SPEC });
    expect(await check(cwd)).toEqual(NOTHING_NEW);
    expect((await cli(['check'], { cwd })).code).toBe(1);
  });

  it.each<readonly [string, (text: string) => string]>([
    ['lines that moved', (text) => text.replace('server:', '# one more\n\n# line\nserver:')],
    [
      'entries added above',
      (text) =>
        text.replace(
          '  public:\n',
          '  public:\n    - identity: Fabrikam\n      enabled: false\n      proxyFqdn: sip.fabrikam.com\n',
        ),
    ],
    ['sections in another order', (text) => text.replace(/(providers:.*)(policies:.*)/s, '$2$1')],
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text) => `\ufeff${text}`],
    [
      'quotes and braces',
      (text) => text.replace('- identity: AOL\n      enabled: true', '- { identity: "AOL", enabled: true }'),
    ],
    ['a comment behind', (text) => text.replace('identity: AOL', 'identity: AOL   # known')],
    ['another value', (text) => text.replace('edition: enterprise', 'edition: standard')],
  ])('holds in spite of %s', async (_, changed) => {
    const cwd = await known({ 'a.lync.yaml': SPEC });
    expect(changed(SPEC)).not.toBe(SPEC);
    writeFileSync(join(cwd, 'a.lync.yaml'), changed(SPEC));
    expect(await check(cwd)).toEqual(NOTHING_NEW);
  });

  it('reports what the same rules find elsewhere', async () => {
    const cwd = await known({ 'a.lync.yaml': SPEC });
    const more = SPEC.replace('edge:', 'organization:\n  edition: enterprise\nedge:').replace(
      'policies:',
      '    - identity: Yahoo!\n      enabled: true\npolicies:',
    );
    writeFileSync(join(cwd, 'a.lync.yaml'), more);
    const { code, rules } = await check(cwd);
    expect(code).toBe(1);
    expect(rules.filter((rule) => rule === 'unknown-key' || rule === 'retired-provider')).toEqual([
      'unknown-key',
      'retired-provider',
    ]);
    renameSync(join(cwd, 'a.lync.yaml'), join(cwd, 'b.lync.yaml'));
    expect((await check(cwd)).sum).not.toContain('in the baseline');
  });

  it('tells apart what one place lacks', async () => {
    const text = [
      'lyncFederation: 1',
      'asOf: 2014-07-01',
      'server: { product: lync-2013 }',
      'edge: { configuration: { allowFederatedUsers: true } }',
      'domains: { allowed: [fabrikam.com] }',
      'policies: { externalAccess: [{ identity: global, enableFederationAccess: true }] }',
      'firewall:',
      '  - { from: front-end, to: edge-internal, protocol: tcp, ports: 5061, direction: both }',
      '  - { from: any, to: access-edge, protocol: tcp, ports: 5061, direction: both }',
      '',
    ].join('\n');
    const cwd = await known({ 'a.lync.yaml': text });
    expect(read(cwd)).toContain('"text": "firewall", "about": "access-edge any tcp 80" }');
    writeFileSync(join(cwd, 'a.lync.yaml'), text.replace(/ {2}- .* any, .*\n/, ''));
    expect((await check(cwd)).rules).toEqual(['firewall-port-closed']);
  });

  it('takes a copy at the same place for the same debt', async () => {
    const twice = SPEC.replace('policies:', '    - identity: AOL\n      enabled: true\npolicies:');
    const cwd = await known({ 'a.lync.yaml': twice });
    const text = read(cwd);
    const keys = JSON.parse(text).problems.map((entry: unknown) => JSON.stringify(entry));
    expect(new Set(keys).size).toBe(keys.length);
    writeFileSync(
      join(cwd, 'a.lync.yaml'),
      twice.replace('policies:', '    - identity: AOL\n      enabled: true\npolicies:'),
    );
    expect((await check(cwd)).rules).toEqual([]);
    writeFileSync(join(cwd, 'a.lync.yaml'), SPEC);
    const { code, stderr } = await check(cwd);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/of the baseline no longer occurs?; /)]);
  });

  it('holds in scripts, by their commands', async () => {
    const cwd = await known({ 'a.ps1': SCRIPT }, 'a.ps1');
    expect(read(cwd)).toContain('"path": "Enable-CsAllowedDomain -Identity a.com", "text": "Enable-CsAllowedDomain"');
    writeFileSync(
      join(cwd, 'a.ps1'),
      `# Sets it up.\nif ($x) {\n  ${SCRIPT}}\nEnable-CsAllowedDomain -Identity b.com\n`,
    );
    expect((await check(cwd, 'a.ps1')).rules).toEqual(['unknown-cmdlet']);
  });

  it('tells how many entries no longer occur, and what to do', async () => {
    const cwd = await known({ 'a.lync.yaml': SPEC, 'b.lync.yaml': SPEC, 'c d.lync.yaml': SPEC });
    writeFileSync(join(cwd, 'a.lync.yaml'), SPEC.replace('  edition: enterprise\n', ''));
    const one = await check(cwd, 'a.lync.yaml');
    expect([one.code, one.stderr]).toEqual([
      0,
      '1 entry of the baseline no longer occurs; `lync-federation baseline update a.lync.yaml` removes it.\n',
    ]);
    rmSync(join(cwd, 'b.lync.yaml'));
    const all = await check(cwd, '--rule', 'srv-port=off');
    expect([all.code, all.stderr]).toEqual([
      0,
      '3 entries of the baseline no longer occur; `lync-federation baseline update --rule srv-port=off` removes them.\n',
    ]);
    const json = await cli(['check', '--baseline', BASELINE, '--format', 'json', 'c d.lync.yaml'], { cwd });
    expect(JSON.parse(json.stdout).files[0].baselined).toHaveLength(2);
    expect(json.stderr).toContain('update "c d.lync.yaml"` removes');
  });

  it('counts neither for the exit code nor for --max-warnings', async () => {
    const text = CLEAN.replace('server:', '# lync-federation: ignore[srv-port] why\nserver:');
    const cwd = await known({ 'a.lync.yaml': text });
    expect((await check(cwd, '--max-warnings', '0')).code).toBe(0);
    expect((await cli(['check', '--max-warnings', '0'], { cwd })).code).toBe(1);
  });

  it.each([
    ['', 'There is no baseline `x.json`; `lync-federation baseline update --baseline x.json` writes one.'],
    ['{', '`x.json` is not the JSON of a baseline.'],
    [
      '{\n  "version": 1,\n  "problems": [\n<<<<<<< HEAD\n    { "file": "a", "rule": "b", "path": "c", "text": "d" }\n  ]\n}\n',
      'Line 4 of `x.json` is not the JSON of a baseline.',
    ],
    ['[]', '`x.json` is no baseline: `version` or `problems` is missing.'],
    ['{"version": 2, "problems": []}', '`x.json` is a baseline of version `2`, and this release reads version 1.'],
    ['{"version": 1, "problems": {}}', '`x.json` is no baseline: `problems` is not a list.'],
    [
      '{"version": 1, "problems": [{"file": "a", "rule": "b", "path": "c", "text": "d"}, {"file": "a"}]}',
      'Entry 2 of `x.json` is none of a baseline, which has the texts `file`, `rule`, `path`, `text`.',
    ],
  ])('refuses what is none: %j', async (text, complaint) => {
    const cwd = workspace({ 'a.lync.yaml': CLEAN, ...(text !== '' && { 'x.json': text }) });
    const remedy = text === '' ? '' : ' Repair it, or delete it and run `lync-federation baseline update`.';
    const expected = { code: 2, stdout: '', stderr: `error: ${complaint}${remedy}\n` };
    expect(await cli(['check', '--baseline', 'x.json'], { cwd })).toEqual(expected);
    if (text !== '') expect(await cli(['baseline', 'update', '--baseline', 'x.json'], { cwd })).toEqual(expected);
  });
});

describe('what comments suppress', () => {
  const text = SPEC.replace('edition: enterprise', '$& # lync-federation: ignore[unknown-key] why').replace(
    'lyncFederation: 1\n',
    '# lync-federation: ignore-file[retired-provider, srv-port] until=2014-07-31 kept\nlyncFederation: 1\n',
  );

  it('is counted', async () => {
    const { stdout } = await cli(['check', '-'], { input: text });
    expect(stdout.split('\n').at(-2)).toBe('1 warning in 1 file, as of 2014-07-01; 2 suppressed');
  });

  it('is told to programs, with the comment', async () => {
    const { stdout } = await cli(['check', '-', '--format', 'json'], { input: text });
    const [{ problems, suppressed, baselined }] = JSON.parse(stdout).files;
    expect(problems.map(({ rule }: { rule: string }) => rule)).toEqual(['unused-suppression']);
    expect(suppressed.map(({ rule, by }: { rule: string; by: unknown }) => [rule, by])).toEqual([
      ['unknown-key', { range: { start: { line: 6, column: 23 }, end: { line: 6, column: 65 } }, reason: 'why' }],
      [
        'retired-provider',
        { range: { start: { line: 1, column: 1 }, end: { line: 1, column: 81 } }, reason: 'kept', until: '2014-07-31' },
      ],
    ]);
    expect(baselined).toEqual([]);
  });

  it('is reported with --no-ignores, and nothing of the comments', async () => {
    const { code, stdout } = await cli(['check', '-', '--no-ignores'], { input: text });
    expect(code).toBe(1);
    expect([...stdout.matchAll(/^\w+\[([\w-]+)\]/gm)].map(([, rule]) => rule)).toEqual([
      'unknown-key',
      'retired-provider',
    ]);
    expect(stdout.split('\n').at(-2)).toBe('2 errors in 1 file, as of 2014-07-01');
  });
});

describe('more problems of one rule than are told', () => {
  const keys = (count: number) => Array.from({ length: count }, (_, i) => `key${i}: 1\n`).join('');
  const UNKNOWN = 'unknown-key';

  it('are all known after an update, and what is new is told', async () => {
    const text = `${CLEAN}${keys(1500)}`;
    const cwd = await known({ 'a.lync.yaml': text });
    expect(await check(cwd)).toMatchObject({ code: 0, rules: [], stderr: '' });
    writeFileSync(join(cwd, 'a.lync.yaml'), `${text}other: 1\n`);
    expect(await check(cwd)).toMatchObject({ code: 1, rules: [UNKNOWN], stderr: '' });
  });

  it('are not gone because they are not told', async () => {
    const cwd = await known({ 'a.lync.yaml': `${CLEAN}${keys(10)}` });
    const before = keys(1200).replaceAll('key', 'new');
    writeFileSync(join(cwd, 'a.lync.yaml'), `${CLEAN}${before}${keys(5)}`);
    const { rules, stderr } = await check(cwd);
    expect([rules.length, stderr]).toEqual([1001, '']);
  });
});
