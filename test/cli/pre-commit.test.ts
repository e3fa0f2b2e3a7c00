import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { isScriptName } from '../../protocol/names.ts';
import { CLEAN, cli, workspace } from './cli.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

const hooks: readonly Hook[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));

/** Every name that could be meant, and most that are not. */
const NAMES = ['', 'a', 'a b', 'a.b', '.a', 'lync', 'lync-federation', 'my-lync-federation'].flatMap((stem) =>
  ['', '.lync', '.federation', 'lync', '.Lync', '.lync.bak'].flatMap((kind) =>
    [
      '.yaml',
      '.yml',
      '.YAML',
      '.yaml.orig',
      '.json',
      'yaml',
      '.ps1',
      '.PS1',
      '.psm1',
      '.Psm1',
      '.psd1',
      '.ps1x',
      'ps1',
    ].map((end) => `${stem}${kind}${end}`),
  ),
);

describe('the hooks of pre-commit', () => {
  it('run the command line that the package installs', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['lync-federation', 'lync-federation-scripts']);
    for (const { entry, language } of hooks) expect([entry, language]).toEqual(['lync-federation check', 'node']);
    expect(Object.keys(manifest.bin)).toEqual(['lync-federation']);
  });

  it('have a package that npm makes from git', () => {
    expect(manifest.scripts).toMatchObject({ prepare: 'node scripts/prepare.mjs' });
  });

  it('take the specs that the command line finds in a folder, wherever it is', async () => {
    const places = ['', 'deep/er/'];
    const paths = places.flatMap((place) => NAMES.map((name) => `${place}${name}`));
    const cwd = workspace(Object.fromEntries(paths.map((path) => [path, CLEAN])));
    const { stdout } = await cli(['check', '--format', 'json'], { cwd });
    const found: readonly { path: string }[] = JSON.parse(stdout).files;
    expect(found.length).toBeGreaterThan(30);
    expect(taken('lync-federation', paths)).toEqual(found.map(({ path }) => path).toSorted());
  });

  it('take every script', () => {
    const scripts = NAMES.filter(isScriptName);
    expect(scripts.length).toBeGreaterThan(30);
    expect(taken('lync-federation-scripts', NAMES)).toEqual(scripts.toSorted());
  });
});

function taken(id: string, paths: readonly string[]): readonly string[] {
  const { files = '^$' } = hooks.find((hook) => hook.id === id) ?? {};
  return paths.filter((path) => new RegExp(files.replace('(?i)', ''), 'i').test(path)).toSorted();
}
