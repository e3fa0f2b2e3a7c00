// `npm run bench:cli` runs the command line on small things, in turns with Node that does nothing: milliseconds of CPU, the least and the
// median. It takes a shell with `time`.
//   --rounds 10      --specs 1000
//   --against v0.1.0      a second command line, of another commit
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { otherServer } from './other.ts';
import { markdown } from './results.ts';
import { makeSpec } from './spec.ts';
import { quantile, ratio } from './statistics.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    specs: { type: 'string', default: '1000' },
    against: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'lync-federation-commands-'));
const many = join(folder, 'many');
mkdirSync(many);
let size = 0;
for (let i = 0; i < Number(values.specs); i++) {
  const { text } = makeSpec(15 + (i % 7), i + 1);
  writeFileSync(join(many, `${i}.lync.yaml`), text);
  size += text.length;
}

const programs = [
  resolve('dist/cli.js'),
  ...(values.against ? [join(dirname(otherServer(values.against)[1] ?? ''), 'cli.js')] : []),
];
const commands: Readonly<Record<string, { readonly args: readonly string[]; readonly times: number }>> = {
  '`--version`': { args: ['--version'], times: rounds },
  '`--help`': { args: ['--help'], times: rounds },
  '`check` of one spec': { args: ['check', join(many, '0.lync.yaml')], times: rounds },
  [`\`check\` of ${values.specs} specs, ${(size / 1e6).toFixed(1)} MB`]: {
    args: ['check', many],
    times: Math.ceil(rounds / 5),
  },
};
const rows: (readonly string[])[] = [];
for (const [name, { args, times }] of Object.entries(commands)) {
  const all = [['-e', '0'], ...programs.map((program) => [program, ...args])].map((line) => ({
    line,
    used: [] as number[],
  }));
  // The first run fills the cache of compiled code.
  for (let i = -1; i < times; i++)
    for (const { line, used } of all) {
      const time = cpu(line);
      if (i >= 0) used.push(time);
    }
  const [bare = [], ours = [], other] = all.map(({ used }) => used);
  rows.push([name, shown(bare), shown(ours), ratio(ours, bare), ...(other ? [shown(other), ratio(ours, other)] : [])]);
}
rmSync(folder, { recursive: true });
const head = ['ms of CPU', 'bare Node', 'ours', 'ours/bare', ...(values.against ? ['other', 'ours/other'] : [])];
process.stdout.write(`load ${loadavg()[0]?.toFixed(2)}\n\n${markdown(head, rows)}`);

function cpu(line: readonly string[]): number {
  const timed = 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>/dev/null';
  const { stderr } = spawnSync('bash', ['-c', timed, 'bash', process.execPath, ...line], { encoding: 'utf8' });
  return stderr.split(' ').reduce((sum, seconds) => sum + Number(seconds) * 1000, 0);
}

function shown(times: readonly number[]): string {
  return `${Math.min(...times).toFixed(0)} / ${quantile(times, 0.5).toFixed(0)}`;
}
