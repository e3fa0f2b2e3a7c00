#!/usr/bin/env bash
# esbuild 0.28.2 with vscode-languageserver 10.1.2: a library in CommonJS that several files of a bundle import by name stands in the
# bundle once, but each of these files gets an object of its own with a getter for every name of the library, made at every start.
# Guessed: one library, one object of its names. Seen: as many as there are importing files (a language server of forty files makes
# twelve thousand getters before it reads its first message), and one where they import through a file that hands the names on.
# So: import such a library in one file (`export *`), or let a plugin of the bundler do that.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent esbuild@0.28.2 vscode-languageserver@10.1.2 >/dev/null
for i in 1 2 3 4 5; do
  echo "import { CodeActionKind } from 'vscode-languageserver'; export const kind$i = CodeActionKind.QuickFix;" > "direct$i.js"
  echo "import { CodeActionKind } from './names.js'; export const kind$i = CodeActionKind.QuickFix;" > "through$i.js"
done
echo "export * from 'vscode-languageserver';" > names.js
cat > run.cjs <<'JS'
const { buildSync } = require('esbuild');
for (const name of ['direct', 'through']) {
  const contents = [1, 2, 3, 4, 5].map((i) => `export * from './${name}${i}.js';`).join('\n');
  const stdin = { contents, resolveDir: __dirname };
  const bundle = buildSync({ stdin, bundle: true, platform: 'node', format: 'cjs', write: false }).outputFiles[0].text;
  const count = (pattern) => bundle.match(pattern).length;
  const libraries = count(/^ {2}"node_modules\/vscode-languageserver\/lib\/common\/api\.js"\(/gm);
  console.log(`${name}: the library ${libraries} time, its names ${count(/__toESM\(require_api\d*\(\)\)/g)} times`);
}
JS
seen=$(node run.cjs)
printf 'esbuild %s\n%s\n' "$(node -p "require('esbuild/package.json').version")" "$seen"
expected='direct: the library 1 time, its names 5 times
through: the library 1 time, its names 1 times'
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
