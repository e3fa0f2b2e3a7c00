import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { PATIENCE } from '../runs.ts';
import { copiedTree } from '../scripts/tree.ts';
import { Audit, type Deeds } from './audit.ts';
import { chapter } from './page.ts';

const copy = copiedTree();
let deeds: Deeds;
let before: ReadonlyMap<string, number>;

/** The files of the copy, and when they were written; the packages belong to the tree itself. */
function files(): ReadonlyMap<string, number> {
  const names = globSync('**/*', { cwd: copy, exclude: ['node_modules/**'] });
  const found = names.map((name) => [name.replaceAll('\\', '/'), statSync(join(copy, name))] as const);
  return new Map(found.filter(([, stat]) => stat.isFile()).map(([name, stat]) => [name, stat.mtimeMs]));
}

beforeAll(() => {
  const audit = new Audit();
  // As in a clone: what is derived is not there yet.
  for (const path of globSync(['**/*.generated.*', '.derived.json'], { cwd: copy, exclude: ['node_modules'] }))
    rmSync(join(copy, path));
  before = files();
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: copy,
    env: { ...process.env, ...audit.env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  deeds = audit.deeds;
}, PATIENCE);
afterAll(() => rmSync(copy, { recursive: true }));

const setup = readFileSync('scripts/setup.mjs', 'utf8');
const scripts: Readonly<Record<string, string>> = manifest.scripts;

chapter('The build', {
  '`npm run build` makes no network connection, and starts one program, esbuild, which bundles.': () => {
    expect(scripts.build).toBe('node scripts/build.ts');
    expect(deeds.network).toEqual([]);
    expect(deeds.started.map((path) => /node_modules\/@esbuild\/[\w-]+\/bin\/esbuild$/.test(path))).toEqual([true]);
  },

  'It writes `dist` and the code that it derives, and nothing else.': () => {
    const written = [...files()].filter(([path, when]) => before.get(path) !== when).map(([path]) => path);
    expect(written).toContain('dist/server.js');
    expect(written.filter((path) => !/^dist\/|\.generated(?:\.d)?\.\w+$|^\.derived\.json$/.test(path))).toEqual([]);
    expect(deeds.written.filter((path) => !resolve(copy, path).startsWith(copy))).toEqual([]);
  },

  'A package that is installed brings no other package, and runs nothing while it is installed.': () => {
    expect(Object.keys(manifest).filter((key) => /dependencies$/i.test(key))).toEqual(['devDependencies']);
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
  },

  'From git it is built where it is installed: `scripts/prepare.mjs` installs the packages that the build needs, and builds.':
    () => {
      expect(scripts.prepare).toBe('node scripts/prepare.mjs');
      const calls = [...readFileSync('scripts/prepare.mjs', 'utf8').matchAll(/^run\((.*)\);/gm)].map(
        ([, call]) => call,
      );
      expect(calls).toEqual([
        "process.execPath, ['scripts/setup.mjs']",
        "'npm', ['run', '--silent', 'build'], process.platform === 'win32'",
      ]);
    },

  '`scripts/setup.mjs`, with which `npm start`, `npm test` and `npm run vscode` begin, installs what is missing: packages by `npm`, and for the tests those of the system by `apt-get`.':
    () => {
      for (const name of ['start', 'test', 'vscode']) expect(scripts[name]).toMatch(/^node scripts\/setup\.mjs/);
      const programs = [...setup.matchAll(/\brun\(([^,]+),/g)]
        .map(([, program]) => program)
        .filter((one) => one !== 'program');
      expect(new Set(programs)).toEqual(new Set(["'npm'", "'apt-get'"]));
    },

  'The tests in VS Code ask `update.code.visualstudio.com` for it, and take it from there where they can.': () => {
    const hosts = globSync('scripts/**/*.{ts,mjs}').flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/fetch\((\w+)/g),
    ]);
    expect(hosts.map(([, what]) => what)).toEqual(['url']);
    expect(setup).toMatch(/const url = `https:\/\/update\.code\.visualstudio\.com\//);
  },
});
