import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, workspace } from './cli.ts';

const SPEC = `lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013, cumulativeUpdate: 5 }
extends: [shared/partners.lync.yaml]
edge:
  configuration: { allowFederatedUsers: true }
domains:
  sip: [contoso.com]
  allowed:
    - litwareinc.com
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }
`;
const PARTNERS = `lyncFederation: 1
domains:
  allowed: # of all deployments
    - fabrikam.com
    - litwareinc.com
`;
const FILES = { 'contoso.lync.yaml': SPEC, 'shared/partners.lync.yaml': PARTNERS };

interface Problem {
  readonly rule: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

async function found(cwd: string, ...args: string[]): Promise<readonly string[]> {
  const { stdout } = await cli(['check', '--format', 'json', ...args], { cwd });
  const { files }: { files: readonly { path: string; problems: readonly Problem[] }[] } = JSON.parse(stdout);
  return files.flatMap(({ path, problems }) =>
    problems.map(({ rule, range: { start } }) => `${path}:${start.line}:${start.column} ${rule}`),
  );
}

/** What is told of the files that a spec extends. */
async function told(files: Readonly<Record<string, string>>, name = 'a.lync.yaml'): Promise<readonly string[]> {
  return (await found(workspace(files), name)).filter((one) => one.endsWith('extended-file-unusable'));
}

const plain = (name: string) => `lyncFederation: 1\nasOf: 2014-01-01\nextends: [${name}]\n`;

describe('a spec that extends another one', () => {
  it('is judged with it, each finding in its own file', async () => {
    const cwd = workspace(FILES);
    expect(await found(cwd, 'contoso.lync.yaml')).toEqual(['contoso.lync.yaml:10:7 duplicate-domain']);
    const wrong = PARTNERS.replace('litwareinc.com', 'contoso.com');
    const other = workspace({ ...FILES, 'shared/partners.lync.yaml': wrong });
    const report = await cli(['check', 'contoso.lync.yaml'], { cwd: other });
    expect(report.stdout).toContain(' --> shared/partners.lync.yaml:5:7\n');
    expect(report.stdout).toContain(' ::: contoso.lync.yaml:4:11 This spec extends it.\n');
    expect(report.stdout).toContain('1 warning in 2 files, as of 2014-03-01\n');
  });

  it('tells once what several specs find in a file that they share', async () => {
    const wrong = PARTNERS.replace('litwareinc.com', 'contoso.com');
    const cwd = workspace({
      'a.lync.yaml': SPEC,
      'b.lync.yaml': SPEC,
      'shared/partners.lync.yaml': wrong,
    });
    expect(await found(cwd, 'a.lync.yaml', 'b.lync.yaml')).toEqual([
      'shared/partners.lync.yaml:5:7 own-domain-as-partner',
    ]);
    expect(await found(cwd)).toEqual(['shared/partners.lync.yaml:5:7 own-domain-as-partner']);
  });

  it('is planned, drawn, and looked at over time with it', async () => {
    const cwd = workspace({
      ...FILES,
      'contoso.lync.yaml': SPEC.replace('    - litwareinc.com\n', '    - northwind.com\n'),
    });
    const plan = await cli(['plan', 'contoso.lync.yaml'], { cwd });
    expect(plan.stdout).toMatch(/-Identity fabrikam\.com[\s\S]*-Identity northwind\.com/);
    expect(plan.stdout).toContain('(shared/partners.lync.yaml:4)');
    expect(plan.stdout).toContain('(contoso.lync.yaml:10)');
    expect((await cli(['map', 'contoso.lync.yaml'], { cwd })).stdout).toContain('fabrikam.com');
    const report = await cli(['report', '--format', 'md', 'contoso.lync.yaml'], { cwd });
    expect(report.stdout).toMatch(/\| shared\/partners\\\.lync\\\.yaml:4 \| `fabrikam\.com` \|/);
    expect(report.stdout).toMatch(/\| 10 \| `northwind\.com` \|/);
    const ending = `${PARTNERS}providers:\n  public:\n    - { identity: AOL, enabled: true }\n`;
    const later = workspace({ ...FILES, 'shared/partners.lync.yaml': ending });
    expect((await cli(['timeline', 'contoso.lync.yaml'], { cwd: later })).stdout).toMatch(
      /2014-07-01\n.*shared\/partners\.lync\.yaml:8:19 error\[retired-provider\]/s,
    );
  });

  it('is compared with the servers with it', async () => {
    const live = {
      version: 1,
      objects: { CsAllowedDomain: [{ Identity: 'litwareinc.com', Domain: 'litwareinc.com' }] },
    };
    const cwd = workspace({ ...FILES, 'live.json': JSON.stringify(live) });
    const drift = (...args: string[]) => cli(['drift', '--live', 'live.json', 'contoso.lync.yaml', ...args], { cwd });
    expect((await drift()).stdout).toMatch(/CsAllowedDomain +fabrikam\.com .* shared\/partners\.lync\.yaml:4$/m);
    const { differences } = JSON.parse((await drift('--format', 'json')).stdout);
    expect(differences).toContainEqual({
      ...{ is: 'missing', object: 'CsAllowedDomain', identity: 'fabrikam.com' },
      ...{ file: 'shared/partners.lync.yaml', line: 4 },
    });
  });

  it('is asked about what hurts with it', async () => {
    const pinned = PARTNERS.replace(
      '- fabrikam.com',
      '- { domain: fabrikam.com, proxyFqdn: sip.fabrikam.com, partner: { hosted: true } }',
    );
    const cwd = workspace({
      'contoso.lync.yaml': SPEC.replace(/^edge:\n.*\n/m, ''),
      'shared/partners.lync.yaml': `${pinned}edge:\n  configuration: { allowFederatedUsers: false }\n`,
      'test.txt': readFileSync('test/diagnose/traces/test.txt', 'utf8'),
    });
    const chain = await cli(['explain', '--spec', 'contoso.lync.yaml', '--format', 'json', 'fabrikam.com'], { cwd });
    const [{ links }]: readonly [{ links: readonly { findings: readonly object[] }[] }] = JSON.parse(
      chain.stdout,
    ).answers;
    expect(links.flatMap(({ findings }) => findings)).toContainEqual(
      expect.objectContaining({
        rule: 'hosted-partner-pinned',
        file: 'shared/partners.lync.yaml',
        line: 4,
        column: 42,
      }),
    );
    const diagnose = async (format: string) =>
      (await cli(['diagnose', 'test.txt', '--spec', 'contoso.lync.yaml', '--format', format], { cwd })).stdout;
    expect(await diagnose('text')).toContain('`shared/partners.lync.yaml:7:41` `federation-disabled`');
    expect(await diagnose('json')).toContain('"file": "shared/partners.lync.yaml",');
    const sarif = JSON.parse(await diagnose('sarif'));
    expect(JSON.stringify(sarif.runs[0].results)).toContain('"uri":"shared/partners.lync.yaml"');
  });

  it('is held against the world with it, which it takes over into the file', async () => {
    const [head = '', world = ''] = readFileSync('docs/verify/contoso.lync.yaml', 'utf8').split(/(?=^dns:)/m);
    const cwd = workspace({
      'contoso.lync.yaml': `${head}extends: [shared/world.lync.yaml]\n`,
      'shared/world.lync.yaml': world,
      'seen.json': readFileSync('docs/verify/seen.json', 'utf8'),
    });
    const verify = (...args: string[]) =>
      cli(['verify', 'contoso.lync.yaml', '--replay', 'seen.json', ...args], { cwd });
    const { differences } = JSON.parse((await verify('--format', 'json')).stdout);
    expect(differences[0]).toMatchObject({ file: 'shared/world.lync.yaml', setting: 'addresses', line: 5 });
    expect((await verify()).stdout).toContain(' --> shared/world.lync.yaml:5:');
    await verify('--take-over');
    expect(readFileSync(join(cwd, 'shared/world.lync.yaml'), 'utf8')).toContain('addresses: [203.0.113.10]');
    expect(readFileSync(join(cwd, 'contoso.lync.yaml'), 'utf8')).toBe(`${head}extends: [shared/world.lync.yaml]\n`);
  });

  it('is repaired where the text stands', async () => {
    const wrong = `${PARTNERS}  blockd: [spam.example]\r\n`;
    const cwd = workspace({ ...FILES, 'shared/partners.lync.yaml': wrong });
    const run = await cli(['fix', 'contoso.lync.yaml'], { cwd });
    expect(run.stderr).toBe('');
    expect(readFileSync(join(cwd, 'shared/partners.lync.yaml'), 'utf8')).toBe(wrong.replace('blockd', 'blocked'));
    expect(readFileSync(join(cwd, 'contoso.lync.yaml'), 'utf8')).toBe(
      SPEC.replace('    - litwareinc.com\n', '').replace('  allowed:\n', ''),
    );
    expect(await found(cwd, 'contoso.lync.yaml')).toEqual([]);
  });

  it('has a baseline by the files', async () => {
    const cwd = workspace({ ...FILES, 'shared/partners.lync.yaml': PARTNERS.replace('litwareinc.com', 'contoso.com') });
    await cli(['baseline', 'update', 'contoso.lync.yaml'], { cwd });
    const text = readFileSync(join(cwd, '.lync-federation.baseline.json'), 'utf8');
    expect(text).toContain(
      '{ "file": "shared/partners.lync.yaml", "rule": "own-domain-as-partner", "path": "domains.allowed[contoso.com]", "text": "contoso.com" }',
    );
    const run = await cli(['check', '--baseline', '.lync-federation.baseline.json', 'contoso.lync.yaml'], { cwd });
    expect([run.code, run.stdout]).toEqual([0, 'No problems in 2 files, as of 2014-03-01; 1 in the baseline\n']);
  });

  it('has comments for its own lines', async () => {
    const comment = '# lync-federation: ignore-file[duplicate-domain] agreed\n';
    const shared = workspace({ ...FILES, 'shared/partners.lync.yaml': comment + PARTNERS });
    expect(await found(shared, 'contoso.lync.yaml')).toEqual([
      'contoso.lync.yaml:10:7 duplicate-domain',
      'shared/partners.lync.yaml:1:32 unused-suppression',
    ]);
    const own = workspace({ ...FILES, 'contoso.lync.yaml': comment + SPEC });
    expect(await found(own, 'contoso.lync.yaml')).toEqual([]);
  });
});

describe('a file that is extended', () => {
  it.each([
    ['is missing', { 'a.lync.yaml': plain('b.lync.yaml') }, ['a.lync.yaml:3:11']],
    ['is the spec itself', { 'a.lync.yaml': plain('./a.lync.yaml') }, ['a.lync.yaml:3:11']],
    [
      'leads back',
      { 'a.lync.yaml': plain('sub/b.lync.yaml'), 'sub/b.lync.yaml': plain('../a.lync.yaml') },
      ['sub/b.lync.yaml:3:11'],
    ],
    [
      'is named twice',
      { 'a.lync.yaml': plain('b.lync.yaml, ./b.lync.yaml'), 'b.lync.yaml': '{}\n' },
      ['a.lync.yaml:3:24'],
    ],
    ['is a folder', { 'a.lync.yaml': plain('sub'), 'sub/b.lync.yaml': '' }, ['a.lync.yaml:3:11']],
    ['is no text', { 'a.lync.yaml': plain('b.lync.yaml'), 'b.lync.yaml': 'a: "\0"\n' }, ['a.lync.yaml:3:11']],
    ['lies elsewhere', { 'a.lync.yaml': plain('../../b.lync.yaml') }, ['a.lync.yaml:3:11']],
  ])('%s', async (_, files, places) => {
    expect(await told(files)).toEqual(places.map((place) => `${place} extended-file-unusable`));
  });

  it('is one of 32 at most', async () => {
    const names = Array.from({ length: 34 }, (_, i) => `p${i}.lync.yaml`);
    const parts = Object.fromEntries(names.map((name) => [name, 'lyncFederation: 1\n']));
    expect(await told({ 'a.lync.yaml': plain(names.join(', ')), ...parts })).toHaveLength(2);
  });

  it('may lie above the spec in the folder of the project file, and not behind a link that leads out of it', async () => {
    const cwd = workspace({
      '.lync-federation.yaml': '',
      'eu/a.lync.yaml': plain('../shared.lync.yaml'),
      'shared.lync.yaml': 'lyncFederation: 1\n',
    });
    expect(await found(join(cwd, 'eu'), 'a.lync.yaml')).toEqual([]);
    const away = workspace({ 'shared.lync.yaml': 'lyncFederation: 1\n', 'in/a.lync.yaml': plain('b.lync.yaml') });
    symlinkSync('../shared.lync.yaml', join(away, 'in/b.lync.yaml'));
    expect(await found(join(away, 'in'), 'a.lync.yaml')).toEqual(['a.lync.yaml:3:11 extended-file-unusable']);
  });

  it('is not looked for beside standard input, which says so', async () => {
    const run = await cli(['check', '-'], { input: plain('b.lync.yaml') });
    expect(run.stdout).toContain('warning[extended-file-unusable]: `b.lync.yaml` was not read here');
  });
});
