#!/usr/bin/env bash
# sax 1.6.1: an attribute or a comment of more than 64 KB is read where the document is written at once, and is the error `Max buffer length
# exceeded` where it is written in pieces, as its stream does. Long text is no error either way. The limit is looked at between two writes
# alone, so it protects nobody who has the text, and refuses a well-formed document to who reads a file.
# Guessed: one verdict on one document. Seen: see `expected`.
# So: test a parser in pieces as small as those of the stream; raise `sax.MAX_BUFFER_LENGTH` or read the whole file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent sax@1.6.1 >/dev/null
cat > run.cjs <<'JS'
const sax = require('sax');
const long = 'x'.repeat(200_000);
const documents = { attribute: `<a b="${long}"/>`, comment: `<a><!--${long}--></a>`, text: `<a>${long}</a>` };
function verdict(text, size) {
  const parser = sax.parser(true);
  let fault;
  parser.onerror = (error) => {
    fault ??= error.message.split('\n')[0];
    parser.resume();
  };
  for (let at = 0; at < text.length; at += size) parser.write(text.slice(at, at + size));
  parser.close();
  return fault ?? 'read';
}
for (const [name, text] of Object.entries(documents))
  console.log(`${name}: at once ${verdict(text, text.length)}, in pieces ${verdict(text, 65_536)}`);
JS
expected='attribute: at once read, in pieces Max buffer length exceeded: attribValue
comment: at once read, in pieces Max buffer length exceeded: comment
text: at once read, in pieces read'
seen=$(node run.cjs)
printf 'sax %s\n%s\n' "$(node -p "require('sax/package.json').version")" "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
