// Tries the properties of the tests as long as there is time, each for an equal share of it. What fails is made small, and told
// with the seed that brings it back.
//   npm run soak -- --minutes 60          --seed 7          test/random
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
  allowPositionals: true,
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  process.stderr.write('soak: --minutes wants a number above 0, such as --minutes 60\n');
  process.exit(2);
}

const files = globSync('test/**/*.test.ts')
  .filter((file) => positionals.length === 0 || positionals.some((wanted) => file.startsWith(wanted)))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  .map(({ file, text }) => ({ file, properties: /\bruns\(/.test(text) ? text.split('fc.assert(').length - 1 : 0 }))
  .filter(({ properties }) => properties > 0);
const properties = files.reduce((sum, file) => sum + file.properties, 0);
if (properties === 0) {
  process.stderr.write(`soak: there is no property in ${positionals.join(', ')}\n`);
  process.exit(2);
}
const share = Math.ceil((minutes * 60_000) / properties);
process.stdout.write(`${properties} properties, ${Math.round(share / 1000)} s each\n`);
const vitest = ['vitest', 'run', '--mode', 'soak', '--no-file-parallelism', ...files.map(({ file }) => file)];
const { status } = spawnSync('npx', vitest, {
  stdio: 'inherit',
  env: { ...process.env, SOAK_SHARE: String(share), ...(values.seed && { SOAK_SEED: values.seed }) },
});
process.exit(status ?? 1);
