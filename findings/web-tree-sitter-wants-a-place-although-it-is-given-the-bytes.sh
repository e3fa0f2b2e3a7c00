#!/usr/bin/env bash
# web-tree-sitter 0.27.1 bundled by esbuild 0.28.2 for a classic worker (`--format=iife`), as VS Code for the Web starts language
# servers: `Parser.init({ wasmBinary })` fails although nothing is left to be fetched, because the engine first makes a URL of the place
# of its module, and such a bundle has no `import.meta.url`. With a `locateFile` that returns anything at all it works.
# Guessed: with the bytes at hand, where the file lies does not matter. Seen: see `expected`.
# So: give `locateFile` beside `wasmBinary`, and test the bundle in the kind of worker it is for. The globals of a worker are stood in
# for by a context of node:vm.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent web-tree-sitter@0.27.1 esbuild@0.28.2 >/dev/null
cat > worker.js <<'JS'
import { Parser } from 'web-tree-sitter';
const tried = (options) => Parser.init(options).then(() => 'ready', (error) => error.message);
result = tried({ wasmBinary }).then(async (bare) => [bare, await tried({ wasmBinary, locateFile: (name) => name })]);
JS
npx esbuild worker.js --bundle --format=iife --platform=browser --external:fs/promises --external:module --log-level=error --outfile=bundle.js
cat > run.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { createContext, runInContext } = require('node:vm');
const wasmBinary = readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'));
const scope = { wasmBinary, result: undefined, URL, WebAssembly, TextDecoder, TextEncoder, performance, console, WorkerGlobalScope: class {} };
scope.self = scope;
runInContext(readFileSync('bundle.js', 'utf8'), createContext(scope));
scope.result.then((said) => console.log(said.join('\n')));
JS
expected='Invalid URL
ready'
seen=$(node run.cjs)
printf 'web-tree-sitter 0.27.1\n%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
