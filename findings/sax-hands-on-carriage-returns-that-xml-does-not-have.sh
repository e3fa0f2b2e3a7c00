#!/usr/bin/env bash
# sax 1.6.1: text and attributes keep the carriage returns and tabs of the file. XML 1.0 has a processor turn each CR LF, and each CR alone,
# into one line feed before it parses (2.11), and each line end and tab in an attribute into a space (3.3.3); `saxes`, which has the same
# interface, does. So the same document, saved on Windows, has other values in sax than in every other parser.
# Guessed: what the specification says, in strict mode above all. Seen: see `expected`.
# So: normalize line ends before writing to it, and count offsets in the text that was written.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent sax@1.6.1 saxes@6.0.0 >/dev/null
cat > run.cjs <<'JS'
const text = '<a note="one\r\ntwo\tthree">first\r\nsecond\rthird</a>';
const parsers = { sax: require('sax').parser(true), saxes: new (require('saxes').SaxesParser)() };
for (const [name, parser] of Object.entries(parsers)) {
  const seen = [];
  const add = (one) => seen.push(JSON.stringify(one));
  if (name === 'sax') Object.assign(parser, { ontext: add, onattribute: ({ value }) => add(value) });
  else parser.on('text', add).on('attribute', ({ value }) => add(value));
  parser.write(text).close();
  console.log(name, ...seen);
}
JS
sed -i "s/else parser.on('text', add).on('attribute', ({ value }) => add(value));/else { parser.on('text', add); parser.on('attribute', ({ value }) => add(value)); }/" run.cjs
expected='sax "one\r\ntwo\tthree" "first\r\nsecond\rthird"
saxes "one two three" "first\nsecond\nthird"'
seen=$(node run.cjs)
printf 'sax %s\n%s\n' "$(node -p "require('sax/package.json').version")" "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
