#!/usr/bin/env bash
# Node 24.21.0: `module.enableCompileCache()` keeps of a file what V8 compiled when the file was loaded, and none of the functions that
# it compiled later, because they were called, although the entry is written at the end of the process or by `flushCompileCache`.
# Guessed: as in Chrome's cache, what has run by then is in it. Seen: a function that runs in each process is compiled anew in each; the
# same function in brackets, which V8 compiles with its file, makes the entry fifty times as large.
# So: expect of the cache the time for loading a file, not that for its first use; what is to be there at once goes into brackets.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent node@24.21.0 >/dev/null
node=$PWD/node_modules/node/bin/node
cat > main.cjs <<'JS'
const module_ = require('node:module');
module_.enableCompileCache(process.argv[2]);
const sum = require(process.argv[3])(2);
module_.flushCompileCache();
if (sum !== 3998000) throw new Error(`the function did not run: ${sum}`);
JS
"$node" -e '
  const { writeFileSync } = require("node:fs");
  const body = Array.from({ length: 2000 }, (_, i) => `  sum += ${i} * x;`).join("\n");
  const long = `function (x) {\n  let sum = 0;\n${body}\n  return sum;\n}`;
  writeFileSync("plain.cjs", `const long = ${long};\nmodule.exports = (x) => long(x);\n`);
  writeFileSync("brackets.cjs", `const long = (${long});\nmodule.exports = (x) => long(x);\n`);
'
entry() { "$node" main.cjs "$PWD/cache-$1" "./$1.cjs"; find "cache-$1" -type f -printf '%s\n' | sort -n | tail -1; }
plain=$(entry plain)
brackets=$(entry brackets)
again=$(entry plain)
seen="called: $([ "$plain" -lt 2000 ] && echo 'not in the cache' || echo 'in the cache'), and $([ "$again" = "$plain" ] && echo 'neither' || echo 'there') after the next run
in brackets: $([ "$brackets" -gt 20000 ] && echo 'in the cache' || echo 'not in the cache')"
printf 'node %s\n%s\n(%s, %s and %s bytes)\n' "$("$node" -v)" "$seen" "$plain" "$again" "$brackets"
expected='called: not in the cache, and neither after the next run
in brackets: in the cache'
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
