import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const page = readFileSync('docs/dependencies.md', 'utf8');
const rows = [...page.matchAll(/^\| `(.+)` \| (\S+) \|/gm)].map(([, name = '', version]) => [name, version] as const);

it('docs/dependencies.md tells at which versions packages stay', () => {
  const versions: Readonly<Record<string, string>> = manifest.devDependencies;
  expect(rows.length).toBeGreaterThan(3);
  expect(rows).toEqual(rows.map(([name]) => [name, versions[name]]));
});

it('the extension is compiled for the oldest VS Code that may run it, and the version of each package is one', () => {
  expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}`);
  const others = Object.entries(manifest.devDependencies).filter(([name]) => !/^(?:@types\/)?node$/.test(name));
  expect(others.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
