#!/usr/bin/env bash
# Node 24.21.0: an entry of a `WeakMap` whose value leads back to its key is not cleared away by minor collections. It is moved to the old
# part of the heap, and stays until that is collected as a whole; the same value in a field of its key goes with it at once.
# Guessed: that a key which nobody but its own value holds is as good as gone, as it is for the full collection. Seen: all entries are
# kept. A cache by documents in a language server, in which what is known of a version holds that version, keeps every version that was
# typed, and each edit pays for moving it.
# So: what belongs to something that is replaced often stands in it, in a private field; a WeakMap is for keys that live long.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent node@24.21.0 >/dev/null
cat > run.mjs <<'JS'
const table = new WeakMap();
class Version {
  #known;
  keep(value) {
    this.#known = value;
  }
}
const ways = {
  'in a private field': (version, lines) => version.keep({ version, lines }),
  'in a WeakMap': (version, lines) => table.set(version, { version, lines }),
};
const held = { version: undefined };
for (const [name, put] of Object.entries(ways)) {
  const next = () => {
    held.version = new Version();
    put(held.version, Array.from({ length: 1000 }, (_, i) => i));
  };
  for (let i = 0; i < 400; i++) next();
  gc();
  const before = process.memoryUsage().heapUsed;
  for (let round = 0; round < 20; round++) {
    for (let i = 0; i < 20; i++) next();
    await new Promise((done) => setImmediate(done));
    gc({ type: 'minor' });
  }
  const values = (process.memoryUsage().heapUsed - before) / 8000;
  console.log(`what is known of a version, ${name}: of 400 versions ${values > 200 ? 'most are kept' : 'few are kept'}`);
}
JS
seen=$(node_modules/.bin/node --expose-gc run.mjs)
printf 'node %s\n%s\n' "$(node_modules/.bin/node --version)" "$seen"
expected='what is known of a version, in a private field: of 400 versions few are kept
what is known of a version, in a WeakMap: of 400 versions most are kept'
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
