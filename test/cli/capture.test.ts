import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli, workspace } from './cli.ts';

it('prints the script that reads a deployment', async () => {
  const { code, stdout, stderr } = await cli(['capture']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^#requires -Version 3\.0\n<#\n\.SYNOPSIS\n/);
  expect(stdout).toMatch(/Made by lync-federation \d+\.\d+\.\d+/);
});

it('writes a file that Windows PowerShell reads as it is meant', async () => {
  const cwd = workspace({ 'old.ps1': 'old' });
  const printed = await cli(['capture'], { cwd });
  for (const name of ['collect.ps1', 'old.ps1']) {
    const stderr = `\`${name}\` is written; run it on a server in the Management Shell, and import what it collects.\n`;
    expect(await cli(['capture', '--force', '--output', name], { cwd })).toEqual({ code: 0, stdout: '', stderr });
    const text = readFileSync(join(cwd, name), 'utf8');
    expect(text).toBe(`\ufeff${printed.stdout.replaceAll('\n', '\r\n')}`);
  }
});

it('says what it cannot do', async () => {
  expect(await cli(['capture', 'contoso.json'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: `capture` takes no words; `lync-federation import` reads what its script collects.\n',
  });
  expect(await cli(['capture', '--output', 'none/collect.ps1'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: There is no file or folder `none/collect.ps1`.\n',
  });
});
