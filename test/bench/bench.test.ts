import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bundle } from '../cli/cli.ts';
import { Results } from './results.ts';
import { makeSpec } from './spec.ts';
import { twin } from './twin.ts';
import { variants, varied } from './variants.ts';
import { makeWorkspace } from './workspace-files.ts';

// Nothing here looks at how long anything takes.

describe('a benchmark', () => {
  it('measures all that it says, of the smallest spec', async () => {
    const server = `node ${bundle} lsp --stdio`;
    const args = ['--sizes', '10', '--rounds', '1', '--edits', '1', '--ours', server];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['test/bench/run.ts', ...args]);
    expect(stderr).toBe('');
    for (const row of ['spawn → diagnostics', 'warm open → diagnostics', 'textDocument/hover, right after an edit'])
      expect(stdout).toMatch(new RegExp(`^\\| ${row} \\| [\\d.]+ / [\\d.]+( \\([\\d.]+\\))? \\|$`, 'm'));
    expect(stdout).not.toMatch(/\| - \|/);
  }, 120_000);

  it('has a dash for a server that cannot answer, and an interval for a ratio', () => {
    const results = new Results();
    for (const wall of [2, 3, 9]) results.add('edit', 'ours', { wall, own: 1 });
    results.add('edit', 'other', 2);
    expect(results.table('', ['ours', 'other', 'json']).split('\n')[2]).toBe(
      '| edit | 1.00 / 1.00 (3.00) | 2.00 / 2.00 | - | 0.50 [0.50–0.50] | - |',
    );
  });
});

it('a workspace is the same for the same seed', () => {
  const [one, again, other] = [1, 1, 2].map((seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'lync-federation-workspace-'));
    makeWorkspace(folder, { specs: 60, scripts: 3 }, seed);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:yaml|ps1)$/.test(name),
    );
    const texts = files.toSorted().map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
    rmSync(folder, { recursive: true });
    return texts;
  });
  expect(one).toHaveLength(64);
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

describe('the twin of a spec', () => {
  const spec = makeSpec(40);

  it('says the same', () => {
    expect(JSON.parse(twin(spec).text)).toEqual(parse(spec.text));
  });

  it.each(Object.entries(variants))('is edited at the same value, %s', (_, variant) => {
    for (const isJson of [false, true]) {
      const { text, edit } = varied(spec, variant, isJson);
      const lines = text.split('\n');
      const line = lines[edit.line] ?? '';
      expect(line.slice(edit.character).startsWith(edit.healed)).toBe(true);
      if (edit.broken !== '') expect(line.slice(0, edit.character)).toMatch(/domain"?: "?partner$/);
      else expect(line.slice(edit.character + edit.healed.length)).toContain('commented_!.example');
    }
  });
});
