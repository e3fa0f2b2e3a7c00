import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTICES, writeBundles } from '../../scripts/bundles.ts';
import { notices } from '../../scripts/notices.ts';
import { PATIENCE } from '../runs.ts';

const root = mkdtempSync(join(tmpdir(), 'lync-federation-notices-'));
const dist = join(root, 'dist');
/** Each package with the files that hold something of it, as the notices tell, and with what they say of it. */
let told: readonly { readonly name: string; readonly files: readonly string[]; readonly text: string }[];

beforeAll(async () => {
  await writeBundles(dist, { minify: true, sourcemap: true });
  const [, ...parts] = readFileSync(join(dist, NOTICES), 'utf8').split(/\n={80}\n\n/);
  told = parts.flatMap((text) => {
    const [names = ''] = text.split('\n\n');
    return names.split('\n').map((line) => {
      const [name = '', files = ''] = line.split(': ');
      return { name, files: files.split(', '), text };
    });
  });
}, PATIENCE);
afterAll(() => rmSync(root, { recursive: true }));

describe('the notices', () => {
  it('name what the bundles are made of by their maps, what lies beside them, and nothing else', () => {
    const files = globSync('**/*.*', { cwd: dist }).filter(
      (file) => !/\.map$|package\.json$/.test(file) && file !== NOTICES,
    );
    const held = files.map((file) => [file, [...new Set(foldersOf(file).map(named))].toSorted()]);
    expect(held.length).toBeGreaterThan(6);
    const all = files.map((file) => [
      file,
      told.flatMap((one) => (one.files.includes(file) ? one.name : [])).toSorted(),
    ]);
    expect(all).toEqual(held);
    expect(new Set(told.flatMap((one) => one.files))).toEqual(
      new Set(held.flatMap(([file, packages]) => (packages?.length ? file : []))),
    );
  });

  it('hold the licence of each package as it stands in its folder', () => {
    const folders = globSync('**/*.{js,cjs,wasm}', { cwd: dist }).flatMap(foldersOf);
    for (const folder of new Set(folders)) {
      const [licence = ''] = globSync(`${folder}/{LICENSE,License,license}*`);
      const text = readFileSync(licence, 'utf8').replaceAll('\r', '').trim();
      expect(told.filter(({ name }) => name === named(folder)).map((one) => one.text.includes(text))).toEqual([true]);
    }
  });

  it('go with the extension and with the command line', async () => {
    const needed = ['package.json', 'README.md', 'LICENSE', '.npmignore', '.vscodeignore'];
    for (const file of needed) copyFileSync(file, join(root, file));
    const shipped = globSync('{**/*.{js,cjs,wasm,txt},{l10n,pages}/*}', { cwd: dist }).map((file) => `dist/${file}`);
    const extension = await listFiles({ cwd: root, packageManager: PackageManager.None });
    const built = (files: readonly string[]) => files.filter((file) => /^dist\/(?!package)/.test(file)).toSorted();
    // Editors have tools of their own for assistants.
    expect(built(extension)).toEqual(shipped.filter((file) => !file.includes('/mcp-server-')).toSorted());
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const [{ files }] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' }));
    const commandLine = shipped.filter((file) => !/\.cjs$|web\/|bundle\.l10n/.test(file));
    expect(built(files.map(({ path }: { readonly path: string }) => path))).toEqual(commandLine.toSorted());
  });

  it('are not written where a package has no licence to show, nor where a package in a package is unknown', () => {
    const source = 'node_modules/@words/library/index.js';
    const folder = join(root, 'node_modules/@words/library');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: '@words/library', version: '1.0.0', license: 'MIT' }),
    );
    const written = () => notices([{ source: join(root, source), file: 'cli.js' }]);
    expect(written).toThrow(`${folder} is shipped, and there is no text of its licence.`);
    writeFileSync(join(folder, 'Licence.md'), 'As you like.\r\nBut tell.\r\n');
    expect(written()).toContain('\n\n@words/library 1.0.0 (MIT): cli.js\n\nAs you like.\nBut tell.\n');
    writeFileSync(
      join(folder, 'index.js.map'),
      JSON.stringify({ sources: ['../src/a.ts', '../node_modules/nowhere/b.js'] }),
    );
    expect(written).toThrow('node_modules/nowhere is shipped, and there is no text of its licence.');
  });

  it('are silent about what is ours', () => {
    expect(notices([{ source: 'server/src/cli/main.ts', file: 'cli.js' }])).not.toContain('cli.js');
  });
});

/** The packages of which a file holds something: those in the map of a bundle, or the one that has the same file. */
function foldersOf(file: string): readonly string[] {
  if (!/js$/.test(file)) {
    const bytes = readFileSync(join(dist, file));
    const same = globSync(`node_modules/*/${basename(file)}`).filter((one) => readFileSync(one).equals(bytes));
    return same.map((one) => one.slice(0, -basename(file).length - 1));
  }
  const { sources }: { readonly sources: readonly string[] } = JSON.parse(
    readFileSync(join(dist, `${file}.map`), 'utf8'),
  );
  return sources.flatMap((source) => {
    const [folder = /^webpack:\/\/([^/]+)/.exec(source)?.[1]] = /node_modules\/.*/.exec(source) ?? [];
    if (folder === undefined) return [];
    if (!folder.startsWith('node_modules/')) return `node_modules/${folder}`;
    const [place = ''] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(folder) ?? [];
    // The map of a package that is a bundle itself has the packages in it where they stood when that was made.
    // What is published only within that one has no folder, nor a licence of its own.
    return [place, place.slice(place.lastIndexOf('node_modules/'))].filter((one) => existsSync(one)).slice(0, 1);
  });
}

function named(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return `${name} ${version} (${license})`;
}
