#!/usr/bin/env bash
# npm 11.19.1: `npm install` writes `node_modules/.package-lock.json`, its own record of what is installed, in place. In a tree whose
# `node_modules` was copied by hard links (`cp -al`, as for a second work tree), it changes the record of the first tree as well, which
# then tells of packages that are not there; the packages themselves are put beside the old ones and do no harm.
# Guessed: a new file takes the place of the old one, as with packages. Seen: see `expected`.
# So: delete that file in the copy before anything is installed there; npm writes it anew.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir first second
cd first
npm init -y >/dev/null
npm install --no-audit --no-fund --silent picocolors@1.1.1 >/dev/null
cp -al node_modules package.json package-lock.json ../second/
cd ../second
npm install --no-audit --no-fund --silent fastest-levenshtein@1.0.16 >/dev/null
cd ../first
seen="told of: $(node -p "Object.keys(require('./node_modules/.package-lock.json').packages).join()")
there: $(ls node_modules | tr '\n' ' ')"
expected='told of: node_modules/fastest-levenshtein,node_modules/picocolors
there: picocolors '
printf 'npm %s\n%s\n' "$(npm --version)" "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
