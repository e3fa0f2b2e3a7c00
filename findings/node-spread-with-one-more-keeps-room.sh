#!/usr/bin/env bash
# Node 24.21.0: `[...path, key]` of a path of two steps takes 208 bytes for as long as it lives, `path.concat(key)` with the same three steps
# 72. Likewise an object that spreads another behind its first key and then names more takes half as much again as one that names them all.
# Guessed: a literal whose length is known when it is made is as long as it says, since only a list that grows by `push` has room for more.
# Seen: V8 makes the copy first and lets it grow for the one behind it, with room for seventeen; keys behind a spread lie in a list of
# their own. A reader of YAML that gives each value the path that leads to it holds twice what it has to say: with `concat`, and keys
# that are named, a language server held a fifth less of a long list.
# So: what is made for each line of a text is made by `concat`, and has its keys written out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent node@24.21.0 >/dev/null
cat > run.mjs <<'JS'
const MANY = 100_000;
const path = ['domains', 'allowed'];
const place = { key: path, path };
const at = { start: 1, end: 2 };
const ways = {
  '[...path, key]': (key) => [...path, key],
  'path.concat(key)': (key) => path.concat(key),
  '{ at, ...place, value, text }': (value) => ({ at, ...place, value, text: value }),
  '{ at, key, path, value, text }': (value) => ({ at, key: place.key, path: place.path, value, text: value }),
};
const [name, make] = Object.entries(ways)[process.argv[2]];
const held = (globalThis.held = new Array(MANY).fill(0));
for (let i = 0; i < MANY; i++) make(i);
gc();
const before = process.memoryUsage().heapUsed;
for (let i = 0; i < MANY; i++) held[i] = make(i);
gc();
const bytes = (process.memoryUsage().heapUsed - before) / MANY;
console.log(`${name}: ${Math.round(bytes / 8) * 8} bytes`);
JS
seen=$(for way in 0 1 2 3; do node_modules/.bin/node --expose-gc run.mjs "$way"; done)
printf 'node %s\n%s\n' "$(node_modules/.bin/node --version)" "$seen"
expected='[...path, key]: 208 bytes
path.concat(key): 72 bytes
{ at, ...place, value, text }: 96 bytes
{ at, key, path, value, text }: 64 bytes'
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
