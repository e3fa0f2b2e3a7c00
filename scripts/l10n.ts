// `npm run l10n` tells per area how many texts have no Korean yet; `npm run l10n -- rules` prints those of an area as JSON, to be filled
// in and put into `l10n/ko/rules.json`. `manifest` is `package.nls.json`. What is wrong with a text, and what nothing says any more, goes to standard error.
import { faulty, missing } from './l10n/compared.ts';

const [area] = process.argv.slice(2);
const gaps = missing();
if (area === undefined) {
  for (const [name, texts] of Object.entries(gaps))
    process.stdout.write(`${String(Object.keys(texts).length).padStart(5)} missing in ${name}\n`);
} else if (Object.hasOwn(gaps, area)) {
  const texts = Object.entries(gaps).find(([name]) => name === area)?.[1] ?? {};
  process.stdout.write(`${JSON.stringify(texts, null, 2)}\n`);
} else {
  process.stderr.write(`No area \`${area}\`. Areas: ${Object.keys(gaps).join(', ')}.\n`);
  process.exitCode = 2;
}
for (const { file, key, fault } of faulty()) process.stderr.write(`${file}: ${fault}: ${JSON.stringify(key)}\n`);
