// `npm run bench` measures the engine in process and the bundled server over stdio, in milliseconds: median / 95th percentile, less the
// time spent waiting for a core; in brackets the median by the clock, where it is another.
//   --sizes typical,1000,10000,50000      --rounds 3      --edits 40
//   --against v0.1.0, or "node other/server.js --stdio"      a second server, of another commit or any other
//   --peers           yaml-language-server 2.0.0, without the 200 ms that it waits after a key, and the JSON server of
//                     vscode-langservers-extracted 4.10.0 on the same spec in JSON, both with our schema; what is missing is
//                     installed in node_modules/.cache/bench-peers
//   --variants        other edits of each size, and edits of other texts: an alias, a half-typed line, flow style, CRLF, a long runbook
//   --ours "node --max-semi-space-size=4 dist/server.js --stdio"      how our server is started
// All servers run in turns; the last columns are the ratios of ours to the others, with 95 % intervals. Above 20,000 domains only edits
// are measured. Read the ratios on a busy machine: all sides carry the same noise.
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { engine } from './engine.ts';
import { otherServer } from './other.ts';
import { peers } from './peers.ts';
import { ours, type Program } from './program.ts';
import { markdown, Results } from './results.ts';
import { scan } from './scan.ts';
import { EDIT, editing, type Subject, sessions } from './session.ts';
import { type BenchSpec, makeSpec } from './spec.ts';
import { ratio } from './statistics.ts';
import { variants, varied } from './variants.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: 'typical,100,1000' },
    rounds: { type: 'string', default: '3' },
    edits: { type: 'string', default: '40' },
    against: { type: 'string' },
    peers: { type: 'boolean', default: false },
    variants: { type: 'boolean', default: false },
    ours: { type: 'string', default: 'node dist/server.js --stdio' },
  },
});
/** Allowed domains of a spec of about 150 lines. */
const TYPICAL = 45;
/** Allowed domains above which only edits are measured. */
const LARGE = 20_000;

const often = { rounds: Number(values.rounds), edits: Number(values.edits) };
const command = values.ours.replace(/^node /, `${process.execPath} `).split(' ');
const programs: Readonly<Record<string, Program>> = {
  ours: ours(command),
  ...(values.against && { other: ours(otherServer(values.against)) }),
  ...(values.peers && peers()),
};
const names = Object.keys(programs);
const auditor = { name: 'auditor', program: ours(command, { persona: 'auditor' }) };
/** Edits of the plain spec, by size. */
const grown = new Map<string, Results>();

say(`node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(2)}`);
for (const size of values.sizes.split(',')) {
  const domains = size === 'typical' ? TYPICAL : Number(size);
  const spec = makeSpec(domains);
  say(`\n## ${size}: ${spec.text.split('\n').length} lines, ${Math.round(spec.text.length / 1024)} KB\n`);
  const results = new Results();
  grown.set(size, results);
  if (domains > LARGE) await editing(subjects(spec, 'plain'), often, EDIT, results);
  else {
    say(engine(spec.text));
    await sessions(subjects(spec, 'plain'), often, results);
    for (let i = 0; i < often.rounds; i++) await scan('ours', programs.ours ?? auditor.program, spec.text, results);
  }
  say(results.table('over stdio', names));
  if (domains <= LARGE && values.variants) await others(spec);
}
const growth = names.map((name) => [name, ratio(times('10000', name), times('1000', name))]);
if (grown.has('1000') && grown.has('10000'))
  say(
    markdown(
      ['growth of an edit from 1,000 to 10,000 domains', ...names],
      [['', ...growth.map(([, one = '']) => one)]],
    ),
  );

/** Edits of other texts, other edits, and those that an auditor is shown. */
async function others(spec: BenchSpec): Promise<void> {
  const results = new Results();
  for (const name of Object.keys(variants)) await editing(subjects(spec, name), { ...often, rounds: 1 }, name, results);
  say(results.table(EDIT, names));
  const readers = new Results();
  const regular = subjects(spec, 'plain').slice(0, 1);
  await editing([{ ...auditor, spec }, ...regular], often, EDIT, readers);
  say(readers.table('by persona', ['auditor', 'ours']));
}

function subjects(spec: BenchSpec, variant: string): readonly Subject[] {
  const change = variants[variant] ?? { yaml: (one) => one };
  return Object.entries(programs).map(([name, program]) => ({
    name,
    program,
    spec: varied(spec, change, program.language === 'jsonc'),
  }));
}

function times(size: string, name: string): readonly number[] {
  return grown.get(size)?.of(EDIT, name) ?? [];
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
