#!/usr/bin/env bash
# tree-sitter-powershell 0.26.4 with web-tree-sitter 0.27.1: in a configuration of Desired State Configuration the keywords, the
# resources and even each `Property = value` come out as commands, and nothing is marked as an error.
# Guessed: a node of its own for the configuration, or at least assignments for the settings. Seen: see `expected`.
# So: whoever lists what a script runs, or looks for cmdlets nobody knows, has to leave out what stands inside a configuration.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts web-tree-sitter@0.27.1 tree-sitter-powershell@0.26.4 >/dev/null
cat > script.ps1 <<'PS1'
Configuration Edge {
  Node edge01 {
    File Hosts {
      Ensure = 'Present'
      DestinationPath = 'C:\edge\hosts'
    }
  }
}
PS1
cat > run.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { Language, Parser } = require('web-tree-sitter');
(async () => {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')));
  const { rootNode } = parser.parse(readFileSync('script.ps1', 'utf8'));
  console.log(rootNode.type, rootNode.hasError);
  for (const node of rootNode.descendantsOfType('command')) console.log(node.text.split('\n')[0]);
})();
JS
expected='program false
Configuration Edge {
Node edge01 {
File Hosts {
Ensure = '"'Present'"'
DestinationPath = '"'C:\\edge\\hosts'"
seen=$(node run.cjs)
printf 'tree-sitter-powershell 0.26.4\n%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
