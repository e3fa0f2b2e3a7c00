#!/usr/bin/env bash
# tree-sitter-powershell 0.26.4 with web-tree-sitter 0.27.1: `--`, by which PowerShell ends the names of parameters so that `-Force`
# behind it is a value (about_Parsing), is a mistake to the grammar, and it does not recover: neither that command nor any plain
# one in the lines below is in the tree. Where it stands in the first line, the tree holds no command at all.
# Guessed: one command with two arguments, or an error in that line alone. Seen: see `expected`.
# So: a list of commands taken from this tree can be empty for a script that runs; look at hasError before believing it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts web-tree-sitter@0.27.1 tree-sitter-powershell@0.26.4 >/dev/null
cat > run.cjs <<'JS'
const { Language, Parser } = require('web-tree-sitter');
(async () => {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')));
  for (const text of ['Write-Output -- -Force\nGet-Date\nGet-Host\n', 'Get-Date\nWrite-Output -- -Force\nGet-Host\n']) {
    const { rootNode } = parser.parse(text);
    const commands = rootNode.descendantsOfType('command').map((node) => node.text);
    console.log(rootNode.type, rootNode.hasError, JSON.stringify(commands));
  }
})();
JS
expected='ERROR true []
program true ["Get-Date"]'
seen=$(node run.cjs)
printf 'tree-sitter-powershell 0.26.4\n%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
