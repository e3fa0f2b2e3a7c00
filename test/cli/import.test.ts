import { readFileSync } from 'node:fs';
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
    expect(printed.stderr).toBe(read('contoso.json.notes.txt'));
    const written = await cli(['import', 'contoso.json', '--output', 'contoso.lync.yaml'], { cwd });
    expect(written).toEqual({ code: 0, stdout: '', stderr: printed.stderr });
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

describe('what cannot be read', () => {
  it.each([
    [[], 'Name a capture, such as `lync-federation import contoso.json`.'],
    [['none.json'], 'There is no file or folder `none.json`.'],
    [['a.txt', '--format-of', 'jsom'], '`--format-of` does not take `jsom`. Did you mean `json`?'],
    [
      ['a.txt', '--format-of', 'sheet'],
      `\`--format-of\` does not take \`sheet\`: take one of ${FORMATS.map((one) => `\`${one}\``).join(', ')}.`,
    ],
    [['a.txt', '--format-of', 'json'], '`a.txt` cannot be read as `json`.'],
    [['a.txt', '--product', 'lync2013'], '`--product` does not take `lync2013`. Did you mean `lync-2013`?'],
    [['binary.txt'], '`binary.txt` is a binary file, not a capture.'],
  ])('%j', async (words, stderr) => {
    const cwd = workspace({ 'a.txt': 'words', 'empty/readme.md': '', 'binary.txt': 'a\0b: 1\n' });
    expect(await cli(['import', ...words], { cwd })).toEqual({ code: 2, stdout: '', stderr: `error: ${stderr}\n` });
  });

  it('does not hide what can', async () => {
    const cwd = workspace({ 'a.txt': 'words', 'b.txt': DOMAIN });
    const { code, stdout, stderr } = await cli(['import', 'a.txt', 'b.txt'], { cwd });
    expect([code, stdout]).toEqual([2, SPEC('b.txt')]);
    expect(stderr).toMatch(/^error: `a\.txt` is no capture: /);
  });
});
