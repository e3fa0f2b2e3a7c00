#!/usr/bin/env bash
# ajv 8.20.0 with `allErrors`: where the items of a list are checked by a function of their own (a `$ref` to what has a `$ref` itself),
# the errors found so far are copied by `concat` for each item that has one more.
# Guessed: time that grows with the number of errors. Seen: copies that grow with its square; a list of 20,000 wrong items copies two
# hundred million errors, which was most of the time of a checker, and no setting changes that.
# So: keep `allErrors` for short documents, or let the generated code (`standaloneCode`) add to one list instead.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent ajv@8.20.0 >/dev/null
cat > run.cjs <<'JS'
const Ajv = require('ajv/dist/2020').default;
const schema = {
  type: 'array',
  items: { $ref: '#/$defs/entry' },
  $defs: {
    entry: { type: 'object', properties: { host: { $ref: '#/$defs/host' } } },
    host: { type: 'object', properties: { port: { type: 'integer' } } },
  },
};
const validate = new Ajv({ allErrors: true }).compile(schema);
const { concat } = Array.prototype;
let copied = 0;
Array.prototype.concat = function (...others) {
  const all = concat.apply(this, others);
  copied += all.length;
  return all;
};
for (const count of [1000, 2000, 4000]) {
  copied = 0;
  validate(Array.from({ length: count }, () => ({ host: { port: 'sip' } })));
  console.log(`${count} wrong items: ${validate.errors.length} errors, ${copied} copied`);
}
JS
seen=$(node run.cjs)
printf 'ajv %s\n%s\n' "$(node -p "require('ajv/package.json').version")" "$seen"
expected='1000 wrong items: 1000 errors, 500499 copied
2000 wrong items: 2000 errors, 2000999 copied
4000 wrong items: 4000 errors, 8001999 copied'
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
