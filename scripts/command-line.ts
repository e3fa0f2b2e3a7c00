import type { BuildOptions } from 'esbuild';
import { oneCopyOf } from './one-copy.ts';

/** The parser of PowerShell, which is loaded from beside a bundle when the first script comes. */
export const wasm: readonly string[] = [
  'node_modules/web-tree-sitter/web-tree-sitter.wasm',
  'node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm',
];

/** How a program for Node is bundled: one CommonJS file that can be run. */
const program: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'es2023',
  plugins: [oneCopyOf('vscode-languageserver')],
  // A library asks where its module lies, which CommonJS says in another way.
  define: { 'import.meta.url': 'moduleUrl', 'import.meta.dirname': '__dirname' },
};
const moduleUrl = "const moduleUrl = require('node:url').pathToFileURL(__filename).href;";

/** How the command line is bundled, in the build and in its tests. */
export const commandLine: BuildOptions = {
  ...program,
  entryPoints: { cli: 'server/src/cli/main.ts' },
  banner: { js: `#!/usr/bin/env node\n${moduleUrl}` },
};

/** How the language server is bundled for the desktop, in the build and in its tests. */
export const languageServer: BuildOptions = {
  ...program,
  entryPoints: { server: 'server/src/lsp/node.ts' },
  banner: { js: moduleUrl },
};
