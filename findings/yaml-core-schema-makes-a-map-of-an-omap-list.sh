#!/usr/bin/env bash
# yaml 2.9.1: with the core schema of YAML 1.2, which has no such tags, the library still resolves `!!omap` (also
# `!!set`, `!!timestamp` and others of YAML 1.1), without a warning: a list tagged `!!omap` becomes a Map, which is written as
# `{}` by JSON.stringify, so that its content is lost; in the document the items of such a list are pairs without a place.
# Guessed: an unresolved tag with a warning, and the list. Seen: see `expected`.
# So: give `resolveKnownTags: false` where plain data are wanted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent yaml@2.9.1 >/dev/null
cat > run.cjs <<'JS'
const { parseDocument } = require('yaml');
const text = '!!omap\n- server: lync-2013\n- port: 5061\n';
for (const options of [{}, { resolveKnownTags: false }]) {
  const document = parseDocument(text, { version: '1.2', schema: 'core', ...options });
  const data = document.toJS();
  const said = [...document.errors, ...document.warnings].map(({ code }) => code).join() || 'nothing';
  const ranges = document.contents.items.map(({ range }) => (range ? 'a place' : 'no place'));
  console.log(data.constructor.name, JSON.stringify(data), 'said:', said, 'items:', ranges.join());
}
JS
expected='Map {} said: nothing items: no place,no place
Array [{"server":"lync-2013"},{"port":5061}] said: TAG_RESOLVE_FAILED items: a place,a place'
seen=$(node run.cjs)
printf 'yaml 2.9.1\n%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
