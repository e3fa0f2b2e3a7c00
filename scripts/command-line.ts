import type { BuildOptions } from 'esbuild';
import { oneCopyOf } from './one-copy.ts';
import { requiredFromNode } from './required-from-node.ts';

/** The parser of PowerShell, which is loaded from beside a bundle when the first script comes. */
export const wasm: readonly string[] = [
  'node_modules/web-tree-sitter/web-tree-sitter.wasm',
  'node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm',
];

/** What libraries in CommonJS find around them. */
const COMMON_JS = `import { createRequire as requireFrom } from 'node:module';
import { fileURLToPath as pathFrom } from 'node:url';
const require = requireFrom(import.meta.url);
const __filename = pathFrom(import.meta.url);`;

/**
 * How programs for Node are bundled: modules that can be run, each with what it needs at once; what is asked for later is loaded
 * then, from files of its own that the programs share.
 */
const program: BuildOptions = {
  bundle: true,
  splitting: true,
  chunkNames: '[name]-[hash]',
  platform: 'node',
  format: 'esm',
  target: 'es2023',
  plugins: [oneCopyOf('vscode-languageserver'), requiredFromNode],
  banner: { js: COMMON_JS },
};

const cli = 'server/src/cli/main.ts';
const server = 'server/src/lsp/node.ts';

/** How the command line is bundled in its tests. */
export const commandLine: BuildOptions = { ...program, entryPoints: { cli } };

/** How the language server is bundled for the desktop in its tests. */
export const languageServer: BuildOptions = { ...program, entryPoints: { server } };

/** How the GitHub Action is bundled. */
export const action: BuildOptions = { ...program, entryPoints: { action: 'server/src/action/main.ts' } };

/** Both, as they are built. */
export const programs: BuildOptions = { ...program, entryPoints: { cli, server } };

/** Both, and the engine as a library, as npm has them. */
export const npmPrograms: BuildOptions = {
  ...program,
  entryPoints: { cli, server, library: 'server/src/library/library.ts' },
};
