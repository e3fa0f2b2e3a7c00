// `npm run bench:large` runs the command line on large texts, some of them wrong from end to end: seconds of CPU for each MB, and
// memory at the peak in MB.
//   --rounds 3      --mb 1      --against v0.1.0      a second command line, of another commit, interleaved with ours
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { COMMANDS, LARGE } from './large-texts.ts';
import { otherServer } from './other.ts';
import { quantile, ratio } from './statistics.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    mb: { type: 'string', default: '1' },
    against: { type: 'string' },
  },
});

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
for (const { name, file: base, commands, text: make } of LARGE) {
  const file = join(folder, base);
  const text = make(Number(values.mb) * 1e6);
  writeFileSync(file, text);
  const size = text.length / 1e6;
  for (const command of commands) {
    const used = new Map(Object.keys(programs).map((one) => [one, { cpu: [] as number[], memory: [] as number[] }]));
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const [one, program] of Object.entries(programs)) {
        const { cpu, memory } = run([program, ...COMMANDS[command], file]);
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
