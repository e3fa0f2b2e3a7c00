import type { BuildOptions } from 'esbuild';

/** How the command line is bundled, in the build and in its tests: one CommonJS file that can be run. */
export const commandLine: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'es2023',
  entryPoints: { cli: 'server/src/cli/main.ts' },
  // A library asks where its module lies, which CommonJS says in another way.
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: "#!/usr/bin/env node\nconst moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
};
