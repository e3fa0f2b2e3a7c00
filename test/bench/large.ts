// `npm run bench:large` runs the command line on large texts, most of them wrong from end to end: seconds of CPU for each MB, and
// memory at the peak in MB.
//   --rounds 3      --against v0.1.0      a second command line, of another commit, interleaved with ours
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { otherServer } from './other.ts';
import { quantile, ratio } from './statistics.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, against: { type: 'string' } } });

const HEAD = 'lyncFederation: 1\nserver: { product: sfb-2019 }\n';
const many = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i)).join('');
const domains = (count: number, item: (i: number) => string) =>
  `${HEAD}domains:\n  allowed:\n${many(count, (i) => `    - ${item(i)}\n`)}`;

/** A megabyte each: what a program takes to start weighs little. */
const texts: Readonly<Record<string, string>> = {
  'nothing wrong, 35,000 domains': domains(35_000, (i) => `domain: a${i}.example`),
  '32,000 unknown keys': domains(32_000, (i) => `{ domian: a${i}.example }`),
  '55,000 mistakes in YAML': domains(55_000, (i) => `a${i}: b: c`),
  '63,000 duplicates': domains(63_000, () => 'a.example'),
  '21,000 unknown cmdlets': `${HEAD}cmdlets:\n${many(21_000, (i) => `  - New-CsAllowedDoman -Identity a${i}.example\n`)}`,
  '14,600 suppressions': domains(14_600, (i) => `a${i}.example # lync-federation: ignore[retired-provider] why`),
};
const commands = { check: ['check'], fix: ['fix', '--dry-run', '--review'] } as const;

const programs: Readonly<Record<string, string>> = {
  ours: resolve('dist/cli.js'),
  ...(values.against && { other: join(dirname(otherServer(values.against)[1] ?? ''), 'cli.js') }),
};
/** Milliseconds after which nobody waits any more. */
const LONGEST = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'lync-federation-large-'));
const usage = join(folder, 'usage');

const head = [
  'text',
  'MB',
  'command',
  ...Object.keys(programs).flatMap((name) => [`${name}: s of CPU per MB`, 'peak, MB']),
];
say([...head, ...(programs.other ? ['CPU, ours/other'] : [])]);
say(head.concat(programs.other ? '' : []).map((_, i) => (i === 0 ? '---' : '---:')));
for (const [name, text] of Object.entries(texts)) {
  const file = join(folder, 'large.lync.yaml');
  writeFileSync(file, text);
  const size = text.length / 1e6;
  for (const [command, args] of Object.entries(commands)) {
    const used = new Map(Object.keys(programs).map((one) => [one, { cpu: [] as number[], memory: [] as number[] }]));
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const [one, program] of Object.entries(programs)) {
        const { cpu, memory } = run([program, ...args, file]);
        used.get(one)?.cpu.push(cpu);
        used.get(one)?.memory.push(memory);
      }
    }
    const cells = [...used.values()].flatMap(({ cpu, memory }) => [
      (quantile(cpu, 0.5) / size).toFixed(2),
      quantile(memory, 0.5).toFixed(0),
    ]);
    const [ours, other] = [...used.values()].map(({ cpu }) => cpu);
    say([name, size.toFixed(2), command, ...cells, ...(ours && other ? [ratio(ours, other)] : [])]);
  }
}
rmSync(folder, { recursive: true });

/** What a program used: seconds of CPU, and MB of memory at the peak; no numbers where it takes minutes. */
function run(args: readonly string[]): { readonly cpu: number; readonly memory: number } {
  writeFileSync(usage, '');
  const { error } = spawnSync(process.execPath, ['--import', resolve('test/bench/usage.mjs'), ...args], {
    stdio: 'ignore',
    env: { ...process.env, USAGE: usage },
    timeout: LONGEST,
  });
  if (error && !('code' in error && error.code === 'ETIMEDOUT')) throw error;
  return error ? { cpu: Number.NaN, memory: Number.NaN } : JSON.parse(readFileSync(usage, 'utf8'));
}

function say(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}
