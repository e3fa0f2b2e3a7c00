#!/usr/bin/env bash
# Biome 2.5.15: a rule that needs to know types (`nursery/noFloatingPromises`) says nothing where only `overrides` switch it on. The
# configuration is accepted, the file is checked, and a promise that nobody waits for passes; at the top the same rule finds it. A rule
# without types (`noDebugger`) works in both places. Naming the other one at the top as `off` does not wake it either.
# Guessed: an override that names a rule switches it on, whatever the rule needs. Seen: see `expected`.
# So: put rules that need types at the top, and see each fail once before trusting it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @biomejs/biome@2.5.15 >/dev/null
cat > send.ts <<'TS'
async function send(): Promise<void> {
  debugger;
}
send();
TS
rules() { echo '"suspicious": { "noDebugger": "'"$1"'" }, "nursery": { "noFloatingPromises": "'"$1"'" }'; }
override='"overrides": [{ "includes": ["**/*.ts"], "linter": { "rules": { '"$(rules error)"' } } }]'
check() {
  echo "$2" > biome.json
  local found
  found=$(npx biome lint --reporter=json send.ts 2>/dev/null | grep -oE 'lint/[a-z]+/(noDebugger|noFloatingPromises)' | sort -u | tr '\n' ' ' || true)
  echo "$1: ${found:-nothing}"
}
seen=$(
  check 'at the top' '{ "linter": { "rules": { "recommended": false, '"$(rules error)"' } } }'
  check 'in overrides' '{ "linter": { "rules": { "recommended": false } }, '"$override"' }'
  check 'off at the top, on in overrides' '{ "linter": { "rules": { "recommended": false, '"$(rules off)"' } }, '"$override"' }'
)
printf 'biome %s\n%s\n' "$(node -p "require('@biomejs/biome/package.json').version")" "$seen"
expected='at the top: lint/nursery/noFloatingPromises lint/suspicious/noDebugger 
in overrides: lint/suspicious/noDebugger 
off at the top, on in overrides: lint/suspicious/noDebugger '
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
