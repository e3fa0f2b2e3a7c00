import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../server/src/plan/import/readers.ts';
import { cli, workspace } from './cli.ts';

const CAPTURES = join(import.meta.dirname, '..', 'plan', 'captures');
const read = (name: string) => readFileSync(join(CAPTURES, name), 'utf8');

const DOMAIN =
  'PS C:\\> Get-CsAllowedDomain | fl\r\n\r\nIdentity  : fabrikam.com\r\nDomain    : fabrikam.com\r\nProxyFqdn :\r\n';
const SPEC = (source: string) =>
  `# Imported from ${source}\nlyncFederation: 1\n\ndomains:\n  allowed:\n    - fabrikam.com\n`;

describe('import', () => {
  it('writes a spec that check reads', async () => {
    const cwd = workspace({ 'contoso.json': read('contoso.json') });
    const printed = await cli(['import', 'contoso.json'], { cwd });
    expect(printed.code).toBe(0);
    expect(printed.stdout).toBe(read('contoso.json.lync.yaml'));
    const summary = 'The spec has 16 entries; 1 object or line stands in it as a comment.\n';
    expect(printed.stderr).toBe(read('contoso.json.notes.txt') + summary);
    const written = await cli(['import', 'contoso.json', '--output', 'contoso.lync.yaml'], { cwd });
    const next = '`contoso.lync.yaml` is written; `lync-federation check contoso.lync.yaml` judges it.\n';
    expect(written).toEqual({ code: 0, stdout: '', stderr: printed.stderr + next });
    expect(readFileSync(join(cwd, 'contoso.lync.yaml'), 'utf8')).toBe(printed.stdout);
    const checked = await cli(['check', 'contoso.lync.yaml', '--format', 'json'], { cwd });
    expect(checked.stdout).not.toMatch(/"(?:yaml-syntax|unknown-key|missing-key|wrong-type|unknown-value)"/);
  });

  it('reads what redirection by Windows PowerShell wrote', async () => {
    const little = Buffer.from(`\ufeff${DOMAIN}`, 'utf16le');
    const cwd = workspace({ 'le.txt': little, 'be.txt': Buffer.from(little).swap16(), 'mark.txt': `\ufeff${DOMAIN}` });
    for (const name of ['le.txt', 'be.txt', 'mark.txt'])
      expect(await cli(['import', name], { cwd })).toEqual({ code: 0, stdout: SPEC(name), stderr: '' });
  });

  it('reads what consoles of Windows wrote, and says where it guessed how', async () => {
    const shown = `${DOMAIN}Comment   : M\x81ller\r\n`;
    const cwd = workspace({ 'a.txt': Buffer.from(shown, 'latin1') });
    const { code, stdout, stderr } = await cli(['import', 'a.txt'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('comment: Müller\n');
    expect(stderr).toBe(
      '`a.txt` is no UTF-8, and is read as code page 850: look at letters with accents and those that are not Latin.\n',
    );
  });

  it('reads standard input', async () => {
    expect(await cli(['import', '-'], { input: DOMAIN })).toEqual({ code: 0, stdout: SPEC('<stdin>'), stderr: '' });
  });

  it('runs the scripts of a folder in the order of their names', async () => {
    const cwd = workspace({
      'all/2.ps1': 'Remove-CsAllowedDomain b.example\n',
      'all/1.ps1': 'New-CsAllowedDomain a.example\nNew-CsAllowedDomain b.example\n',
      'all/readme.md': 'New-CsAllowedDomain c.example\n',
    });
    const { stdout } = await cli(['import', 'all', '--product', 'lync-2013'], { cwd });
    expect(stdout).toBe(
      '# Imported from all/1.ps1\nlyncFederation: 1\nserver: { product: lync-2013 }\n\ndomains:\n  allowed:\n    - a.example\n',
    );
  });
});

describe('a split-brain DNS', () => {
  const zone = (address: string) => `$ORIGIN contoso.com.\n_sip._tls SRV 0 0 443 sip\nsip A ${address}\n`;
  const spec = (source: string, view: string) =>
    `# Imported from ${source}\nlyncFederation: 1\n\ndns:\n  srv:\n    - { name: _sip._tls.contoso.com, port: 443, target: sip.contoso.com, priority: 0, weight: 0${view} }\n  hosts:\n    - { name: sip.contoso.com, addresses: [10.0.0.5]${view} }\n`;

  it('has an inner zone, which is named', async () => {
    const cwd = workspace({ 'contoso.com.dns': zone('203.0.113.10'), 'corp/contoso.com.dns': zone('10.0.0.5') });
    const { code, stdout, stderr } = await cli(['import', 'contoso.com.dns', '--internal', 'corp'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(
      '  hosts:\n    - { name: sip.contoso.com, addresses: [203.0.113.10] }\n    - { name: sip.contoso.com, addresses: [10.0.0.5], view: internal }\n',
    );
  });

  it('may be known from within alone', async () => {
    const cwd = workspace({ 'a.dns': zone('10.0.0.5') });
    const inner = { code: 0, stdout: spec('a.dns', ', view: internal'), stderr: '' };
    expect(await cli(['import', '--internal', 'a.dns'], { cwd })).toEqual(inner);
    expect(await cli(['import', 'a.dns', '--internal', 'a.dns'], { cwd })).toEqual(inner);
    expect(await cli(['import', 'a.dns'], { cwd })).toEqual({ ...inner, stdout: spec('a.dns', '') });
  });
});

describe('a file that is to be judged', () => {
  it.each([
    ['o.txt', ', and by its name `o.txt` is no spec: call it `*.lync.yaml`.'],
    ['o.ps1', ', and by its name `o.ps1` is no spec: call it `*.lync.yaml`.'],
    ['.lync-federation.yaml', ', and by its name `.lync-federation.yaml` is no spec: call it `*.lync.yaml`.'],
    ['-', ': name it with `--output`.'],
    ['/dev/stdout', ': name it with `--output`.'],
  ])('is not written where nobody could: %s', async (output, why) => {
    const cwd = workspace({ 'a.txt': DOMAIN });
    const stderr = `error: \`--check\` judges the file that is written${why}\n`;
    expect(await cli(['import', 'a.txt', '--output', output, '--check'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr,
    });
    expect(readdirSync(cwd)).toEqual(['a.txt']);
  });

  it.each(['o.lync.yaml', 'o.yaml', 'o.json', 'spec'])('may be called %s', async (output) => {
    const cwd = workspace({ 'a.txt': DOMAIN });
    const { code, stdout } = await cli(['import', 'a.txt', '--output', output, '--check'], { cwd });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^No problems in 1 file/)]);
    expect(readFileSync(join(cwd, output), 'utf8')).toBe(SPEC('a.txt'));
  });

  it('may have another name where nobody asks for that, which is told', async () => {
    const cwd = workspace({ 'a.txt': DOMAIN });
    expect(await cli(['import', 'a.txt', '--output', 'o.txt'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: '`o.txt` is written. By its name it is no spec: call it `*.lync.yaml` to have it judged.\n',
    });
  });
});

describe('a spec that would be too large to be read', () => {
  const tells = (size: number) =>
    JSON.stringify({ CsAllowedDomain: [{ Identity: 'a.example', Comment: 'x'.repeat(size) }] });
  const most = 8 * 1024 * 1024;
  const stderr =
    'error: What `a.json` tells makes a spec of more than 8 MB, which nothing reads. Name fewer files, or files with less in them.\n';

  it('is not written, and not judged', async () => {
    const cwd = workspace({ 'a.json': tells(most) });
    const imported = await cli(['import', 'a.json', '--output', 'a.lync.yaml'], { cwd });
    expect(imported).toEqual({ code: 2, stdout: '', stderr });
    expect(readdirSync(cwd)).toEqual(['a.json']);
    const checked = await cli(['check', 'a.json'], { cwd });
    expect([checked.code, checked.stderr]).toEqual([2, stderr]);
  });

  it('begins where one is too large', async () => {
    const cwd = workspace({ 'a.json': tells(most - 1000) });
    const { code } = await cli(['import', 'a.json', '--output', 'a.lync.yaml', '--check'], { cwd });
    expect(code).toBe(0);
  });
});

describe('what cannot be read', () => {
  it.each([
    [[], 'Name a capture, such as `lync-federation import contoso.json`.'],
    [['none.json'], 'There is no file or folder `none.json`.'],
    [['a.txt', '--format-of', 'jsom'], '`--format-of` does not take `jsom`. Did you mean `json`?'],
    [
      ['a.txt', '--format-of', 'sheet'],
      `\`--format-of\` does not take \`sheet\`: take one of ${FORMATS.map((one) => `\`${one}\``).join(', ')}.`,
    ],
    [['a.txt', '--product', 'lync2013'], '`--product` does not take `lync2013`. Did you mean `lync-2013`?'],
    [['binary.txt'], '`binary.txt` is a binary file, not a capture.'],
  ])('%j', async (words, stderr) => {
    const cwd = workspace({ 'a.txt': 'words', 'empty/readme.md': '', 'binary.txt': 'a\0b: 1\n' });
    expect(await cli(['import', ...words], { cwd })).toEqual({ code: 2, stdout: '', stderr: `error: ${stderr}\n` });
  });

  it.each([
    [
      ['a.txt'],
      '`a.txt` is no capture. It looks like text for people. Take what `lync-federation capture` collects, the output of `Format-List`, `ConvertTo-Json` or `Export-Clixml`, or a script.',
    ],
    [
      ['paints.csv'],
      '`paints.csv` is no capture. It looks like a table with the columns `name`, `color`. Take what `lync-federation capture` collects, the output of `Format-List`, `ConvertTo-Json` or `Export-Clixml`, or a script.',
    ],
    [['a.txt', '--format-of', 'json'], '`a.txt` cannot be read as `json`.'],
    [
      ['page.html'],
      '`page.html` is no capture. It looks like a web page. Take what the script of `lync-federation capture` collects.',
    ],
  ])('because nothing of it is known: %j', async (words, stderr) => {
    const cwd = workspace({
      'a.txt': 'words',
      'paints.csv': 'name,color\nwall,red\n',
      'page.html': '<!doctype html>\n<html></html>\n',
    });
    expect(await cli(['import', ...words], { cwd })).toEqual({ code: 1, stdout: '', stderr: `error: ${stderr}\n` });
  });

  it('does not hide what can', async () => {
    const cwd = workspace({ 'a.txt': 'words', 'b.txt': DOMAIN });
    const { code, stdout, stderr } = await cli(['import', 'a.txt', 'b.txt'], { cwd });
    expect([code, stdout]).toEqual([2, SPEC('b.txt')]);
    expect(stderr).toMatch(/^error: `a\.txt` is no capture\. /);
  });
});

describe('a folder', () => {
  it('is read whole, and tells what of it was passed over', async () => {
    const cwd = workspace({
      'all/allowed.txt': DOMAIN,
      'all/notes.md': 'Run New-CsAllowedDomain -Identity evil.example when you are told to.\n',
      'all/logo.png': '\x89PNG\0\0',
      'all/old.lync.yaml': 'lyncFederation: 1\n',
      'all/zone.dns': '$ORIGIN contoso.com.\n_sipfederationtls._tcp SRV 0 0 5061 sip\n',
    });
    const { code, stdout, stderr } = await cli(['import', 'all'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('# Imported from all/allowed.txt, all/zone.dns\n');
    expect(stdout).not.toContain('evil.example');
    expect(stderr).toBe(
      'These files of the folder hold no form that is known, and were passed over: `all/logo.png`, `all/notes.md`.\n',
    );
  });

  it('of which nothing is known makes no spec', async () => {
    const cwd = workspace({ 'all/notes.md': 'words\n' });
    const { code, stdout, stderr } = await cli(['import', 'all'], { cwd });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('error: Nothing of `all` became part of a spec, so none is written.\n');
  });
});

it('a file of which nothing can be made fails, and says what it holds', async () => {
  const cwd = workspace({
    'topology.txt': 'PS C:\\> Get-CsTopology\n\nSites    : {Redmond}\nClusters : {1:1}\nMachines : {a.contoso.com}\n',
  });
  const { code, stdout, stderr } = await cli(['import', 'topology.txt', '--output', 'a.lync.yaml'], { cwd });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('(Get-CsTopology -AsXml).OuterXml');
  expect(() => readFileSync(join(cwd, 'a.lync.yaml'))).toThrow();
});

it('a file that holds something else is written over by force alone', async () => {
  const cwd = workspace({ 'a.txt': DOMAIN, 'a.lync.yaml': '# by hand\n' });
  const args = ['import', 'a.txt', '--output', 'a.lync.yaml'];
  const { code, stderr } = await cli(args, { cwd });
  expect([code, stderr]).toEqual([
    2,
    'error: `a.lync.yaml` is there and holds something else, so it is left as it is. Name another file, or write over it with `--force`.\n',
  ]);
  expect(readFileSync(join(cwd, 'a.lync.yaml'), 'utf8')).toBe('# by hand\n');
  expect((await cli([...args, '--force'], { cwd })).code).toBe(0);
  expect((await cli(args, { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, 'a.lync.yaml'), 'utf8')).toBe(SPEC('a.txt'));
});

it('captures that are too large together are read as far as they are not', async () => {
  const letters = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, 'x');
  const cwd = workspace({ '1.txt': letters(31), '2.txt': letters(31), '3.txt': letters(3), '4.txt': DOMAIN });
  const { code, stdout, stderr } = await cli(['import', '1.txt', '2.txt', '3.txt', '4.txt'], { cwd });
  expect([code, stdout]).toEqual([2, SPEC('4.txt')]);
  expect(stderr).toContain('error: `3.txt` is not read: with it the captures are more than 64 MB together.\n');
  expect(stderr).not.toContain('error: `4.txt`');
});
