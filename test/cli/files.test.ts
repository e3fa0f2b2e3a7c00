import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Decoded, encode } from '../../server/src/machine/encoding.ts';
import { cli, workspace } from './cli.ts';

const SCRIPT = '# Müller\r\nGet-CsAllowedDomain\r\nNew-CsAllowedDomain -Idenity fabrikam.com\r\n';
const REPAIRED = SCRIPT.replace('-Idenity', '-Identity');
const NOTE =
  ': This script is not UTF-8 and has no byte order mark, so it is read as Windows-1252, as Windows PowerShell reads it in western countries. Save it as UTF-8 with a byte order mark, which is read alike everywhere.\n';

const WAYS: readonly (readonly [string, Omit<Decoded, 'text'>, note: string])[] = [
  ['UTF-8', { encoding: 'utf-8', bom: false }, ''],
  ['UTF-8 with its mark', { encoding: 'utf-8', bom: true }, ''],
  ['UTF-16', { encoding: 'utf-16le', bom: true }, ''],
  ['UTF-16 of big machines', { encoding: 'utf-16be', bom: true }, ''],
  ['Windows-1252', { encoding: 'windows-1252', bom: false }, `set up (1).PS1:1${NOTE}`],
];

/** What a report in JSON says is wrong, as `path:line rule`. */
function found(report: string): readonly string[] {
  const { files }: JsonReport = JSON.parse(report);
  return files.flatMap(({ path, problems }) =>
    problems.map(({ rule, range }) => `${path}:${range.start.line} ${rule}`),
  );
}

interface JsonReport {
  readonly files: readonly {
    readonly path: string;
    readonly problems: readonly {
      readonly rule: string;
      readonly range: { readonly start: { readonly line: number } };
    }[];
  }[];
}

describe('a script', () => {
  it.each(WAYS)('is read as PowerShell reads it, and written as it was: %s', async (_, how, note) => {
    const name = 'set up (1).PS1';
    const cwd = workspace({ [name]: encode({ text: SCRIPT, ...how }) });
    const check = await cli(['check', '--format', 'json', name], { cwd });
    expect([found(check.stdout), check.stderr]).toEqual([[`${name}:3 unknown-parameter`], note]);
    const fix = await cli(['fix', name], { cwd });
    expect([fix.code, fix.stderr]).toEqual([0, note]);
    expect(new Uint8Array(readFileSync(join(cwd, name)))).toEqual(encode({ text: REPAIRED, ...how }));
  });

  it('may be a module', async () => {
    const cwd = workspace({ 'Partners.psm1': `function Add-Partner {\r\n${SCRIPT}}\r\n` });
    const { stdout } = await cli(['check', '--format', 'json', 'Partners.psm1'], { cwd });
    expect(found(stdout)).toEqual(['Partners.psm1:4 unknown-parameter']);
  });

  it('ends its lines as it likes', async () => {
    const cwd = workspace({ 'old.ps1': SCRIPT.replaceAll('\r\n', '\r') });
    expect(found((await cli(['check', '--format', 'json', 'old.ps1'], { cwd })).stdout)).toEqual([
      'old.ps1:3 unknown-parameter',
    ]);
  });
});

describe('a spec', () => {
  const SPEC = 'lyncFederation: 1\r\norganization: { name: 콘토소 }\r\nprovider: {}\r\n';

  it.each(WAYS.slice(0, 4))('may be in any Unicode, and is written as it was: %s', async (_, how) => {
    const cwd = workspace({ 'a.lync.yaml': encode({ text: SPEC, ...how }) });
    const check = await cli(['check', '--format', 'json'], { cwd });
    expect([found(check.stdout), check.stderr]).toEqual([['a.lync.yaml:3 unknown-key'], '']);
    await cli(['fix', '--review', 'a.lync.yaml'], { cwd });
    const repaired = SPEC.replace('provider:', 'providers:');
    expect(new Uint8Array(readFileSync(join(cwd, 'a.lync.yaml')))).toEqual(encode({ text: repaired, ...how }));
  });

  it('goes through a pipe as it comes', async () => {
    const how = { encoding: 'utf-16le', bom: true } as const;
    const { stdout } = await cli(['fix', '--review', '-'], {
      input: encode({ text: 'lyncFederation: 1\nprovider: {}\n', ...how }),
    });
    expect(stdout).toContain('p\0r\0o\0v\0i\0d\0e\0r\0s\0:\0');
  });
});

describe('a search of a folder', () => {
  const WRONG = 'lyncFederation: 1\nprovider: {}\n';
  const files = {
    'Contoso.Lync.YAML': WRONG,
    'Edge/LYNC-FEDERATION.Yml': WRONG,
    'old.lync.yaml/inner (1).Federation.yaml': WRONG,
    'Scripts/SETUP.PS1': SCRIPT,
    'Scripts/Partners.Psm1': SCRIPT,
    'Scripts/Partners.psd1': SCRIPT,
    'notes.txt': WRONG,
  };
  const specs = ['Contoso.Lync.YAML:2', 'Edge/LYNC-FEDERATION.Yml:2', 'old.lync.yaml/inner (1).Federation.yaml:2'];

  it('finds specs whatever the case of their names', async () => {
    const { stdout, stderr } = await cli(['check', '--format', 'json', '.'], { cwd: workspace(files) });
    expect([found(stdout), stderr]).toEqual([specs.map((place) => `${place} unknown-key`), '']);
  });

  it('finds scripts and modules where the project has them', async () => {
    const project = 'languages: [lync-federation, powershell]\nexclude: [EDGE]\n';
    const cwd = workspace({ ...files, '.lync-federation.yaml': project });
    const { stdout, stderr } = await cli(['check', '--format', 'json', '.'], { cwd });
    const scripts = ['Scripts/Partners.Psm1:3 unknown-parameter', 'Scripts/SETUP.PS1:3 unknown-parameter'];
    const [contoso, , inner] = specs.map((place) => `${place} unknown-key`);
    expect([found(stdout), stderr]).toEqual([[contoso, ...scripts, inner], '']);
  });
});
