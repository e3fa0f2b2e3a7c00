// Bundles the suite for both extension hosts into out/test/vscode. It is the same suite: only the way the host loads it differs.
// The suite that runs beside other extensions has a bundle of its own, and so have they, and the one for a window in Korean.
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { manifests } from './neighbours/manifests.ts';

const everything = { entryPoints: ['test/vscode/suite/index.ts'] } satisfies BuildOptions;
const beside = { entryPoints: ['test/vscode/suite/beside.ts'] } satisfies BuildOptions;
const korean = { entryPoints: ['test/vscode/suite/korean.ts'] } satisfies BuildOptions;
const shared: BuildOptions = {
  bundle: true,
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
  build({ ...shared, ...everything, platform: 'node', outfile: 'out/test/vscode/suite.cjs' }),
  build({ ...shared, ...everything, platform: 'browser', outfile: 'out/test/vscode/suite-web.cjs' }),
  build({ ...shared, ...korean, platform: 'browser', outfile: 'out/test/vscode/suite-korean.cjs' }),
  build({ ...shared, ...beside, platform: 'node', outfile: 'out/test/vscode/suite-beside.cjs' }),
  buildNeighbour('redhat.vscode-yaml', 'test/vscode/neighbours/yaml.ts'),
  buildNeighbour('ms-vscode.powershell', 'test/vscode/neighbours/powershell.ts'),
]);

async function buildNeighbour(id: keyof typeof manifests, entry: string): Promise<void> {
  const folder = `out/test/vscode/neighbours/${id}`;
  const server = fileURLToPath(import.meta.resolve('yaml-language-server')).replace(/index\.js$/, 'server.js');
  await build({
    bundle: true,
    entryPoints: [entry],
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    target: 'es2023',
    logLevel: 'warning',
    define: { YAML_LANGUAGE_SERVER: JSON.stringify(server) },
    outfile: `${folder}/extension.cjs`,
  });
  await writeFile(`${folder}/package.json`, JSON.stringify(manifests[id], null, 2));
}
