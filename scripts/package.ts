// Packs the extension, as it is built, into lync-federation.vsix and prints its size. What goes in is held to the list below, so that
// nothing creeps in with a new folder and nothing is lost. Then packs the GitHub Action, and
// out/npm, what npm has, beside that folder; not with `--vsix`.
import { execFileSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { packAction } from './action-package.ts';
import { writeNpmPackage } from './npm-package.ts';

const vsix = 'lync-federation.vsix';
const contents = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'SUPPORT.md',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/cli.js',
  'dist/extension.cjs',
  'dist/l10n/bundle.l10n.ko.json',
  'dist/l10n/ko.json',
  'dist/node-session.cjs',
  'dist/package.json',
  'dist/pages/en.json',
  'dist/pages/ko.json',
  'dist/server.js',
  'dist/tree-sitter-powershell.wasm',
  'dist/web-tree-sitter.wasm',
  'dist/web/extension.cjs',
  'dist/web/map.js',
  'dist/web/server.js',
  'docs/images/hints.png',
  'docs/images/map.png',
  'docs/images/new-spec.png',
  'docs/images/plan.png',
  'docs/images/refactor-preview.png',
  'docs/images/squiggles-and-hover.png',
  'images/file-dark.svg',
  'images/file-light.svg',
  'images/icon.png',
  'language-configuration.json',
  'package.json',
  'package.nls.json',
  'package.nls.ko.json',
  'snippets/lync-federation.json',
  'syntaxes/lync-federation-plan.tmLanguage.json',
  'syntaxes/lync-federation-project.tmLanguage.json',
  'syntaxes/lync-federation.tmLanguage.json',
];

/** What the programs load when they need it; assistants in VS Code need no server of their own. */
const PART = /^dist\/(?!mcp-server-)[\w-]+-[A-Z0-9]{8}\.js$/;

await createVSIX({ packagePath: vsix, dependencies: false });
const packed = await listFiles({ packageManager: PackageManager.None });
const parts = packed.filter((file) => PART.test(file));
const faults = [...without(packed, [...contents, ...parts], 'not wanted'), ...without(contents, packed, 'missing')];
if (faults.length > 0) {
  process.stderr.write(`package: ${vsix} does not hold what it should:\n${faults.join('\n')}\n`);
  process.exit(1);
}
for (const file of [...contents, ...parts].filter((path) => path.startsWith('dist/'))) await print(file);
await print(vsix);

if (process.argv.includes('--vsix')) process.exit();
await print(await packAction());
await writeNpmPackage('out/npm');
const isWindows = process.platform === 'win32'; // npm is npm.cmd there
const said = execFileSync('npm', ['pack', './npm', '--json'], { cwd: 'out', encoding: 'utf8', shell: isWindows });
const [{ filename, entryCount, unpackedSize }] = JSON.parse(said);
await print(`out/${filename}`);
process.stdout.write(`${inKilobytes(unpackedSize)}  in ${entryCount} files, unpacked\n`);

function without(files: readonly string[], others: readonly string[], fault: string): readonly string[] {
  return files.filter((file) => !others.includes(file)).map((file) => `  ${fault}: ${file}`);
}

async function print(file: string): Promise<void> {
  const { size } = await stat(file);
  process.stdout.write(`${inKilobytes(size)}  ${file}\n`);
}

function inKilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0).padStart(6)} kB`;
}
