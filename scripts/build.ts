// Bundles the extension, the language server and the command line, for desktop and web. `--minify` for packages.
import { writeBundles } from './bundles.ts';
import { makeCode } from './generate/code.ts';

const minify = process.argv.includes('--minify');
await makeCode();
await writeBundles('dist', { minify, sourcemap: !minify });
