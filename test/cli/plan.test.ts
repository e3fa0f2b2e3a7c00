import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, cli, FAULTY, workspace } from './cli.ts';

const golden = join(import.meta.dirname, '../plan/golden');
const spec = readFileSync(join(golden, 'contoso.lync.yaml'), 'utf8');
const capture = readFileSync(join(golden, 'contoso.json'), 'utf8');

/** A folder with a spec and captures of its servers. */
function deployment(more: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return workspace({ 'contoso.lync.yaml': spec, 'contoso.json': capture, ...more });
}

const SPEC = 'contoso.lync.yaml';
const LIVE = ['--live', 'contoso.json'];

const TENANT = `lyncFederation: 1
asOf: 2026-11-01

tenant:
  sharedSipAddressSpace: false
  allowFederatedUsers: true
  allowPublicUsers: false
  blockedDomains: [spam.example]
  blockAllSubdomains: true
  allowTeamsConsumer: false
  allowTeamsConsumerInbound: false
`;

describe('a plan', () => {
  it.each([
    ['text', [], 'plan.txt'],
    ['text', LIVE, 'plan.live.txt'],
    ['json', LIVE, 'plan.live.json.txt'],
    ['dns', [], 'plan.zone'],
  ])('as %s %j', async (format, live, file) => {
    const run = await cli(['plan', SPEC, '--format', format, ...live], { cwd: deployment() });
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
    await expect(run.stdout).toMatchFileSnapshot(join(golden, file));
  });

  it.each([
    ['dsc', 'tenant.dsc.ps1', ['`-AllowPublicUsers` can no longer be used since 2025-05-05, so it is left out.']],
    [
      'graph',
      'tenant.graph.json.txt',
      [
        "This follows Microsoft's documentation of `configurationMonitor`, and nobody has tried it on a tenant: look at what the monitor reports first.",
        '`-AllowPublicUsers` can no longer be used since 2025-05-05, so it is left out.',
        'Microsoft Graph has no property for `BlockAllSubdomains`, so nobody watches that.',
      ],
    ],
  ])('of a tenant for a monitor, as %s', async (format, file, said) => {
    const run = await cli(['plan', 'tenant.lync.yaml', '--format', format], {
      cwd: workspace({ 'tenant.lync.yaml': TENANT }),
    });
    const lines = run.stderr
      .trim()
      .split('\n')
      .map((line) => line.replace(/^tenant\.lync\.yaml(?::\d+)?: /, ''));
    expect({ code: run.code, lines }).toEqual({ code: 0, lines: said });
    const text = run.stdout.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
    await expect(text).toMatchFileSnapshot(join(golden, file));
    // Windows PowerShell reads a file without the mark as ANSI.
    expect(run.stdout === text).toBe(format === 'graph');
  });

  it.each([
    ['without a look at the server', [], 'plan'],
    ['against a capture', LIVE, 'plan.live'],
  ])('as a script %s, with the way back', async (_, live, name) => {
    const cwd = deployment();
    const args = ['--format', 'ps1', '--output', 'change.ps1', '--rollback', 'back.ps1'];
    expect(await cli(['plan', SPEC, ...live, ...args], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
    for (const [file, wanted] of [
      ['change.ps1', `${name}.ps1`],
      ['back.ps1', `${name}.back.ps1`],
    ] as const) {
      const script = readFileSync(join(cwd, file), 'utf8');
      expect(script.startsWith('\ufeff#requires -Version 3.0\r\n')).toBe(true);
      expect(script.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      await expect(script.slice(1).replaceAll('\r\n', '\n')).toMatchFileSnapshot(join(golden, wanted));
    }
  });

  it.each([
    [{ 'change.ps1': '# by hand' }, 'change.ps1', /^error: `change\.ps1` is there and holds something else/],
    [{ 'folder/x': '' }, 'folder', /^error: `folder` is a folder, not a file\.\n$/],
    [{}, 'none/change.ps1', /^error: There is no file or folder `none\/change\.ps1`\.\n$/],
    [{}, './back.ps1', /^error: `--output` and `--rollback` are the same file: name two\.\n$/],
  ])('is written with the way back, or neither: %j, %s', async (more, output, complaint) => {
    const cwd = deployment(more);
    const there = readdirSync(cwd);
    const run = await cli(['plan', SPEC, '--format', 'ps1', '--output', output, '--rollback', 'back.ps1'], { cwd });
    expect([run.code, run.stdout, run.stderr]).toEqual([2, '', expect.stringMatching(complaint)]);
    expect(readdirSync(cwd)).toEqual(there);
  });

  it('says whether there is something to change', async () => {
    const bare = JSON.stringify({
      version: 1,
      objects: { CsBlockedDomain: { Identity: 'SPAM.example.', Comment: '' } },
    });
    const cwd = workspace({
      'same.lync.yaml': `${CLEAN}domains: { blocked: [spam.example] }\n`,
      'more.lync.yaml': `${CLEAN}domains: { blocked: [spam.example, more.example] }\n`,
      'utf16.json': Buffer.from(`\ufeff${bare}`, 'utf16le'),
    });
    const check = ['--live', 'utf16.json', '--check'];
    expect(await cli(['plan', 'same.lync.yaml', ...check], { cwd })).toEqual({
      code: 0,
      stdout: 'Nothing to change\n',
      stderr: '',
    });
    const more = await cli(['plan', 'more.lync.yaml', ...check], { cwd });
    expect(more.code).toBe(1);
    expect(more.stdout).toBe(
      [
        '1 to add, 0 to change, 0 to remove',
        '',
        '+ CsBlockedDomain more.example (more.lync.yaml:4)',
        '  It stands in `domains.blocked`, and not on the server.',
        '    New-CsBlockedDomain -Identity more.example',
        '',
      ].join('\n'),
    );
    expect((await cli(['plan', 'more.lync.yaml', '--live', 'utf16.json'], { cwd })).code).toBe(0);
  });

  it('finds out for itself what a capture does not tell', async () => {
    const cwd = workspace({
      'a.lync.yaml': `${CLEAN}domains: { blocked: [spam.example] }\n`,
      'a.json': '{"objects":{}}',
    });
    const { stdout } = await cli(['plan', 'a.lync.yaml', '--live', 'a.json'], { cwd });
    expect(stdout).toContain(
      '! a.lync.yaml:4: The capture says nothing of `CsBlockedDomain`, so these steps find out for themselves what is there.',
    );
  });
});

describe('a plan is refused', () => {
  const files = {
    'faulty.lync.yaml': FAULTY,
    'broken.lync.yaml': `${CLEAN}domains:\n  blocked:\n    - domain: spam.example\n      comment: "a\\nRemove-CsBlockedDomain spam.example"\n`,
    'zone.lync.yaml': `${CLEAN}dns: { hosts: [{ name: sip.contoso.com, addresses: [203.0.113.1] }], srv: [{ name: "_sip._tls.a b", port: 443, target: sip.contoso.com }] }\n`,
    'photo.json': 'no capture',
    'two/a.lync.yaml': CLEAN,
    'two/b.lync.yaml': CLEAN,
  };

  it.each([
    [['plan'], 'Name one spec, such as `lync-federation plan contoso.lync.yaml`.'],
    [['plan', SPEC, SPEC], 'Name one spec, such as `lync-federation plan contoso.lync.yaml`.'],
    [['plan', 'two'], '`two` holds several specs; name one of them.'],
    [['plan', 'none.lync.yaml'], 'There is no file or folder `none.lync.yaml`.'],
    [['plan', SPEC, '--format', 'jso'], '`--format` does not take `jso`. Did you mean `json`?'],
    [
      ['plan', SPEC, '--format', 'yaml'],
      '`--format` does not take `yaml`: take one of `text`, `ps1`, `json`, `dns`, `dsc`, `graph`.',
    ],
    [['plan', SPEC, '--live', 'none.json'], 'There is no file or folder `none.json`.'],
    [['plan', SPEC, '--output', 'two/c/d.ps1'], 'There is no file or folder `two/c/d.ps1`.'],
    [
      ['plan', 'broken.lync.yaml', '--force'],
      'broken.lync.yaml:6: `a␊Remove-CsBlockedDomain spam.example` contains a line break, which no command line can say safely.',
    ],
    [
      ['plan', 'zone.lync.yaml', '--format', 'dns', '--force'],
      'zone.lync.yaml:4: `_sip._tls.a b` is no name that a zone file can hold.',
    ],
  ])('%j', async (args, complaint) => {
    const run = await cli(args, { cwd: deployment(files) });
    expect(run).toEqual({ code: 2, stdout: '', stderr: `error: ${complaint}\n` });
  });

  it('where the spec has errors, unless it is forced', async () => {
    const cwd = deployment(files);
    const run = await cli(['plan', 'faulty.lync.yaml'], { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(
      /^error: `faulty\.lync\.yaml` has \d errors: `lync-federation check faulty\.lync\.yaml` shows them\. `--force` plans all the same\.\n$/,
    );
    const forced = await cli(['plan', 'faulty.lync.yaml', '--force'], { cwd });
    expect(forced.code).toBe(0);
    expect(forced.stdout).toMatch(/^1 to add, 0 to change, 0 to remove\n/);
  });

  it('where the capture is none', async () => {
    const run = await cli(['plan', SPEC, '--live', 'photo.json'], { cwd: deployment(files) });
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^error: `photo\.json` is no capture\. It looks like text for people\. /);
  });
});

it('what a capture lost at its end is not taken for a default', async () => {
  const whole = readFileSync('test/plan/formats/clixml/hosting.xml', 'utf8');
  const provider = '{ identity: LyncOnline, proxyFqdn: sipfed.online.lync.com, enabled: true, hostsOCSUsers: true }';
  const cwd = workspace({
    'a.lync.yaml': `lyncFederation: 1\nserver: { product: sfb-2019 }\nproviders:\n  hosting:\n    - ${provider}\n`,
    'cut.xml': whole.slice(0, whole.indexOf('<B N="Enabled"')),
    'whole.xml': whole,
  });
  const cut = await cli(['plan', '--force', '--live', 'cut.xml', 'a.lync.yaml'], { cwd });
  expect(cut.stdout).toContain('Nothing to change');
  expect(cut.stdout).toContain('does not tell what `HostsOCSUsers` of `LyncOnline` is');
  expect((await cli(['plan', '--force', '--live', 'whole.xml', 'a.lync.yaml'], { cwd })).stdout).toContain(
    '-HostsOCSUsers $true',
  );
});
