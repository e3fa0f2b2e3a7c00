// Bundles the extension, the language server and the command line, for desktop and web. `--minify` for packages.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { commandLine, languageServer, wasm } from './command-line.ts';
import { makeCode } from './generate/code.ts';
import { oneCopyOf } from './one-copy.ts';

const shared: BuildOptions = {
  bundle: true,
  minify: process.argv.includes('--minify'),
  sourcemap: !process.argv.includes('--minify'),
  target: 'es2023',
  legalComments: 'none',
  logLevel: 'warning',
};
const desktop: BuildOptions = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'undefined' },
};
const web: BuildOptions = {
  ...shared,
  platform: 'browser',
  external: ['vscode'],
  mainFields: ['browser', 'module', 'main'],
  plugins: [oneCopyOf('vscode-languageserver')],
};

// VS Code in the web tells the kind of module by the name alone.
const commonJs: BuildOptions = { format: 'cjs', outExtension: { '.js': '.cjs' } };

await makeCode();
await rm('dist', { recursive: true, force: true });
await mkdir('dist/web', { recursive: true });
// The bundles are CommonJS, as VS Code loads them; the sources are not.
await writeFile('dist/package.json', '{ "type": "commonjs" }\n');
await Promise.all([
  ...wasm.map((file) => copyFile(file, `dist/${basename(file)}`)),
  build({ ...desktop, ...commonJs, entryPoints: { extension: 'client/src/node.ts' }, outdir: 'dist' }),
  build({ ...desktop, ...languageServer, outdir: 'dist' }),
  build({ ...desktop, ...commandLine, outdir: 'dist' }),
  build({ ...web, ...commonJs, entryPoints: { extension: 'client/src/browser.ts' }, outdir: 'dist/web' }),
  build({ ...web, format: 'iife', entryPoints: { server: 'server/src/lsp/browser.ts' }, outdir: 'dist/web' }),
]);
