#!/usr/bin/env bash
# esbuild 0.28.2 with vscode-uri 3.2.0: the metafile names the packages whose files are bundled. vscode-uri is a bundle of webpack
# itself and has `path-browserify` in it, whose licence wants its text to go along; neither the metafile nor the package tells.
# Guessed: the packages of the metafile are all whose licences count. Seen: the source map knows one more, as esbuild reads on in the maps
# of what it bundles.
# So: for notices read the maps beside the bundled files as well.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent esbuild@0.28.2 vscode-uri@3.2.0 >/dev/null
cat > run.cjs <<'JS'
const { buildSync } = require('esbuild');
const stdin = { contents: "export { Utils } from 'vscode-uri';", resolveDir: __dirname };
const how = { bundle: true, write: false, outdir: 'out', metafile: true, sourcemap: 'external' };
const { metafile, outputFiles } = buildSync({ stdin, ...how });
const { sources } = JSON.parse(outputFiles.find(({ path }) => path.endsWith('.map')).text);
const packages = (paths) => [...new Set(paths.flatMap((path) => /node_modules\/([^/]+)/.exec(path)?.[1] ?? []))].join();
console.log('the metafile tells of', packages(Object.keys(metafile.inputs)));
console.log('the map tells of', packages(sources));
JS
seen=$(node run.cjs; echo "vscode-uri has $(ls node_modules/vscode-uri | grep -ic 'notice' || true) notices of others")
expected='the metafile tells of vscode-uri
the map tells of path-browserify
vscode-uri has 0 notices of others'
printf 'esbuild %s\n%s\n' "$(node -p "require('esbuild/package.json').version")" "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
