#!/usr/bin/env bash
# Node (20 and 24, with full ICU): `new TextDecoder('euc-kr')` takes the label `windows-949`, too, and reads no more than KS X 1001. The
# Encoding Standard, browsers and Windows have 8,822 syllables more under the same label. Node refuses 6,473 of them with `fatal: true`;
# of the other 2,349 it makes a control character and a Latin letter, and lets that pass.
# Guessed: the letters, as in a browser, or an error with `fatal`. Seen: see `expected`; iconv-lite reads the same bytes as `똠방각하`.
# So: neither the absence of an error nor that of U+FFFD proves that Korean text was read; look for control characters, or decode the
# later syllables by hand: they follow each other as in Unicode, in the cells that KS X 1001 leaves free.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent node@24.11.1 iconv-lite@0.7.0 >/dev/null
cat > run.cjs <<'JS'
const iconv = require('iconv-lite');
const { encoding } = new TextDecoder('windows-949');
const bytes = iconv.encode('똠방각하', 'cp949');
const shown = (text) => [...text].map((char) => char.codePointAt(0).toString(16)).join(' ');
console.log(encoding, shown(new TextDecoder('windows-949', { fatal: true }).decode(bytes)));
console.log('iconv-lite', shown(iconv.decode(bytes, 'cp949')));
const counts = { right: 0, refused: 0, 'something else, without an error': 0 };
for (let code = 0xac00; code <= 0xd7a3; code++) {
  const char = String.fromCharCode(code);
  try {
    const read = new TextDecoder('euc-kr', { fatal: true }).decode(iconv.encode(char, 'cp949'));
    counts[read === char ? 'right' : 'something else, without an error']++;
  } catch {
    counts.refused++;
  }
}
for (const [what, count] of Object.entries(counts)) console.log(`${count} syllables: ${what}`);
JS
expected='euc-kr 8c 63 bc29 ac01 d558
iconv-lite b620 bc29 ac01 d558
2350 syllables: right
6473 syllables: refused
2349 syllables: something else, without an error'
seen=$(./node_modules/.bin/node run.cjs)
printf 'node %s\n%s\n' "$(./node_modules/.bin/node --version)" "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
