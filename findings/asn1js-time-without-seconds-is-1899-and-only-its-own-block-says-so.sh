#!/usr/bin/env bash
# asn1js 4.0.0 (the ASN.1 reader below @peculiar/x509 and PKI.js): a UTCTime without seconds, or with an offset in place of Z, is
# the last day of November 1899. Both forms are valid (X.680, clause 47.3); the profile of certificates alone forbids them.
# Guessed: the moment, or that the reading fails. Seen: `fromBER` reports that it has read all bytes, the sequence around the time
# has no error, and the date is a valid one; the words "Wrong input string" stand in the `error` of the inner block alone.
# So: neither the offset, nor the error of the result, nor a check for an invalid date tells. Whoever reads days of certificates has
# to look at each time's own `error`, or to refuse years before 1950; else a `notBefore` of 1899 looks long valid.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent asn1js@4.0.0 >/dev/null
cat > run.mjs <<'JS'
import { fromBER } from 'asn1js';
for (const text of ['260315090000Z', '2603150900Z', '260315090000+0900']) {
  // A sequence (tag 48) with a UTCTime (tag 23), each followed by its length.
  const bytes = Uint8Array.from([48, text.length + 2, 23, text.length, ...Buffer.from(text)]);
  const { offset, result } = fromBER(bytes);
  const [time] = result.valueBlock.value;
  console.log(`${text}: ${offset} of ${bytes.length} bytes, error '${result.error}', ${time.toDate().toISOString()}`);
}
JS
seen=$(node run.mjs)
printf 'asn1js %s\n%s\n' "$(node -p "require('asn1js/package.json').version")" "$seen"
expected="260315090000Z: 17 of 17 bytes, error '', 2026-03-15T09:00:00.000Z
2603150900Z: 15 of 15 bytes, error '', 1899-11-30T00:00:00.000Z
260315090000+0900: 21 of 21 bytes, error '', 1899-11-30T00:00:00.000Z"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
