// `npm run bench` measures the engine in process and the bundled server over stdio, in milliseconds: median / 95th percentile.
//   --sizes typical,100,1000      --rounds 3      --edits 40
//   --against v0.1.0, or "node other/server.js --stdio"
//                     a second server, of another commit or any other, interleaved with ours; the last column is ours/other
//   --variants        edits of other texts of each size as well: an alias, a half-typed line, flow style, CRLF, a long runbook
// Read the ratios on a busy machine: both sides run side by side and carry the same noise.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { analyze, judge } from '../../server/src/analyze.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { otherServer } from './other.ts';
import { questions, TYPED } from './questions.ts';
import { BenchServer } from './server.ts';
import { type BenchSpec, makeSpec } from './spec.ts';
import { ratio, shown } from './statistics.ts';
import { variants } from './variants.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: 'typical,100,1000' },
    rounds: { type: 'string', default: '3' },
    edits: { type: 'string', default: '40' },
    against: { type: 'string' },
    variants: { type: 'boolean', default: false },
  },
});
/** Allowed domains of a spec of about 150 lines. */
const TYPICAL = 45;

/** How often each question is asked in a round. */
const ASKED = 20;

/** Files of the workspace that is scanned. */
const FILES = 10;

const rounds = Number(values.rounds);
const edits = Number(values.edits);
const servers: Readonly<Record<string, readonly string[]>> = {
  ours: [process.execPath, 'dist/server.js', '--stdio'],
  ...(values.against && { other: otherServer(values.against) }),
};

say(`node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(2)}`);
for (const size of values.sizes.split(',')) {
  const spec = makeSpec(size === 'typical' ? TYPICAL : Number(size));
  say(`\n## ${size}: ${spec.text.split('\n').length} lines, ${Math.round(spec.text.length / 1024)} KB\n`);
  engine(spec);
  await overStdio(spec);
  if (values.variants) await edited(spec);
}

/** Parts of one analysis, interleaved, after a warm-up. */
function engine({ text }: BenchSpec): void {
  const source = readSpec(text);
  const parts: Readonly<Record<string, () => unknown>> = {
    'yaml alone': () => parseAllDocuments(text, { uniqueKeys: false }),
    'read as a spec': () => readSpec(text),
    'all rules': () => judge(source, { asOf: '2026-01-01' }),
    'analyze (read and all rules)': () => analyze(text, { asOf: '2026-01-01' }),
  };
  const samples = new Map(Object.keys(parts).map((name) => [name, [] as number[]]));
  const count = text.length > 500_000 ? 8 : 40;
  for (let i = 0; i < count; i++) {
    for (const [name, part] of Object.entries(parts)) {
      const start = performance.now();
      part();
      if (i >= count / 4) samples.get(name)?.push(performance.now() - start);
    }
  }
  const base = samples.get('yaml alone') ?? [];
  table(
    ['in process', 'ms', 'of yaml alone'],
    [...samples].map(([name, times]) => [name, shown(times), ratio(times, base)]),
  );
}

async function overStdio(spec: BenchSpec): Promise<void> {
  const results = new Map(Object.keys(servers).map((name) => [name, new Map<string, number[]>()]));
  const add = (name: string, what: string, value: number) => {
    const measured = results.get(name);
    measured?.set(what, [...(measured.get(what) ?? []), value]);
  };
  for (let round = 0; round < rounds; round++) {
    const names = round % 2 === 0 ? Object.keys(servers) : Object.keys(servers).toReversed();
    const running = new Map<string, BenchServer>();
    for (const name of names) {
      const server = new BenchServer(servers[name] ?? []);
      running.set(name, server);
      add(name, 'start → initialized', await server.initialize());
      add(name, 'open → diagnostics, first', await server.open('first', spec));
    }
    for (let i = 0; i < edits + 10; i++) {
      for (const [name, server] of running) {
        const time = await server.edit();
        if (i >= 10) add(name, 'edit → diagnostics', time);
      }
    }
    const asked = questions(spec);
    for (let i = 0; i < ASKED + 5; i++) {
      for (const [method, params] of Object.entries(asked)) {
        for (const [name, server] of running) {
          const time = await server.ask(method, params);
          if (i >= 5 && time !== undefined) add(name, method, time);
        }
      }
      for (const method of TYPED) {
        for (const [name, server] of running) {
          const time = await server.askAfterEdit(method, asked[method] ?? {});
          if (i >= 5 && time !== undefined) add(name, `${method}, right after an edit`, time);
        }
      }
    }
    for (const [name, server] of running) {
      add(name, 'burst of 20 keys, last → diagnostics', await server.burst(20));
      add(name, 'open → diagnostics, warm', await server.open('second', spec));
      add(name, 'memory, MB', server.memory().now);
      add(name, 'memory at the peak, MB', server.memory().peak);
      await server.stop();
    }
  }
  for (let round = 0; round < rounds; round++) await scan(spec, (what, value) => add('ours', what, value));
  const ours = results.get('ours') ?? new Map<string, number[]>();
  const other = results.get('other');
  table(
    ['over stdio', 'ours', ...(other ? ['other', 'ours/other'] : [])],
    [...ours].map(([what, times]) => {
      const theirs = other?.get(what) ?? [];
      return [what, shown(times), ...(other ? [shown(theirs), ratio(times, theirs)] : [])];
    }),
  );
}

/** Edits of what other texts are like. */
async function edited(spec: BenchSpec): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const [name, vary] of Object.entries(variants)) {
    const varied = vary(spec);
    const running = Object.values(servers).map((command) => ({
      server: new BenchServer(command),
      times: [] as number[],
    }));
    for (const { server } of running) {
      await server.initialize();
      await server.open('varied', varied);
    }
    for (let i = 0; i < edits + 10; i++) {
      for (const { server, times } of running) {
        const time = await server.edit();
        if (i >= 10) times.push(time);
      }
    }
    for (const { server } of running) await server.stop();
    const [ours = [], other] = running.map(({ times }) => times);
    rows.push([name, shown(ours), ...(other ? [shown(other), ratio(ours, other)] : [])]);
  }
  table(['edit → diagnostics', 'ours', ...(servers.other ? ['other', 'ours/other'] : [])], rows);
}

/** A workspace with some files of that size, all of them unopened. */
async function scan({ text }: BenchSpec, add: (what: string, value: number) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lync-federation-bench-'));
  for (let i = 0; i < FILES; i++) writeFileSync(join(folder, `${i}.lync.yaml`), text);
  const server = new BenchServer(servers.ours ?? []);
  const { first, next } = await server.scan(pathToFileURL(folder).href, () => {
    const file = join(folder, '0.lync.yaml');
    writeFileSync(file, text.replace('name: Contoso', 'name: 1'));
    return pathToFileURL(file).href;
  });
  add(`workspace of ${FILES} such files, scanned`, first);
  add('… and again after a change of one', next);
  await server.stop();
  rmSync(folder, { recursive: true });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  say(`| ${head.join(' | ')} |\n|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`);
  for (const row of rows) say(`| ${row.join(' | ')} |`);
  say('');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
