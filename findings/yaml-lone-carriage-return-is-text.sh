#!/usr/bin/env bash
# yaml 2.9.1: a carriage return alone, which YAML 1.2.2 (production 28, b-break) counts as a line break, is text to the library.
# A file with such line ends (an old Mac, a terminal log, a field of a CSV) is read as one line, and two of the three forms below
# come out without any error: a comment in the first line swallows the whole document, and a list has one item.
# Guessed: what the specification says, or an error. Seen: see `expected`.
# So: look for a lone carriage return before parsing, and say so; an empty result without errors is no proof of an empty file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent yaml@2.9.1 >/dev/null
cat > run.cjs <<'JS'
const { parseDocument } = require('yaml');
for (const text of ['# partners\rallowed: fabrikam.com\r', '- fabrikam.com\r- litwareinc.com\r', 'asOf: 2014-07-01\rname: Contoso\r']) {
  const document = parseDocument(text);
  console.log(JSON.stringify(document.toJS()), document.errors.map(({ code }) => code).join() || 'no error');
}
JS
expected='null no error
["fabrikam.com\r- litwareinc.com\r"] no error
{"asOf":{"2014-07-01\rname":"Contoso\r"}} BLOCK_AS_IMPLICIT_KEY'
seen=$(node run.cjs)
printf 'yaml %s\n%s\n' "$(node -p "require('yaml/package.json').version")" "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
