// Bundles the suite for both extension hosts into out/test/vscode. It is the same suite: only the way the host loads it differs.
import { rm } from 'node:fs/promises';
import { type BuildOptions, build } from 'esbuild';

const shared: BuildOptions = {
  bundle: true,
  entryPoints: ['test/vscode/suite/index.ts'],
  // mocha's browser bundle runs in a worker as well as in Node. It is written for a script tag and takes `module` for itself,
  // so the suite is an expression of its own that is handed to VS Code at the end.
  format: 'iife',
  globalName: 'extensionTests',
  footer: { js: 'module.exports = extensionTests;' },
  external: ['vscode'],
  sourcemap: 'inline',
  target: 'es2023',
  logLevel: 'warning',
};

await rm('out/test/vscode', { recursive: true, force: true });
await Promise.all([
  build({ ...shared, platform: 'node', outfile: 'out/test/vscode/suite.cjs' }),
  build({ ...shared, platform: 'browser', outfile: 'out/test/vscode/suite-web.cjs' }),
]);
