// `npm run bench:workspace` makes a workspace of many specs and scripts, and measures its first scan by the bundled server over stdio,
// the answers to keys meanwhile, memory, and `check` of the folder on the command line.
//   --specs 2000      --scripts 500      --seed 1      --rounds 1
//   --against v0.1.0      a second server and command line, of another commit, in turns with ours
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { cpu, memory, stopwatch } from './clock.ts';
import { otherServer } from './other.ts';
import { ours } from './program.ts';
import { questions } from './questions.ts';
import { Results } from './results.ts';
import { BenchServer } from './server.ts';
import { makeSpec } from './spec.ts';
import { makeWorkspace } from './workspace-files.ts';

const { values } = parseArgs({
  options: {
    specs: { type: 'string', default: '2000' },
    scripts: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '1' },
    against: { type: 'string' },
  },
});
/** What somebody types in meanwhile: a spec of about 150 lines. */
const TYPED = makeSpec(45);
const HOVER = { ...questions(TYPED)['textDocument/hover'] };
/** Milliseconds between keys, and after the scan until memory has settled. */
const KEY = 50;
const REST = 5000;
/** Keys before the scan, which answer alone. */
const ALONE = 40;

interface Report {
  readonly items: readonly { readonly uri: string; readonly resultId: string }[];
}

const folder = mkdtempSync(join(tmpdir(), 'lync-federation-workspace-'));
const usage = join(tmpdir(), `lync-federation-usage-${process.pid}`);
const size = makeWorkspace(
  folder,
  { specs: Number(values.specs), scripts: Number(values.scripts) },
  Number(values.seed),
);
const servers: Readonly<Record<string, readonly string[]>> = {
  ours: [process.execPath, 'dist/server.js', '--stdio'],
  ...(values.against && { other: otherServer(values.against) }),
};
const results = new Results();
for (let i = 0; i < Number(values.rounds); i++) {
  for (const [name, command] of Object.entries(servers)) {
    await scanned(name, command);
    checked(name, join(dirname(command[1] ?? ''), 'cli.js'));
  }
}
rmSync(folder, { recursive: true });
rmSync(usage);
process.stdout.write(
  `node ${process.version}, load ${loadavg()[0]?.toFixed(2)}\n\n${results.table(`${values.specs} specs, ${values.scripts} scripts, ${(size / 1e6).toFixed(1)} MB`, Object.keys(servers))}`,
);

/** All of it through a fresh server, with somebody at the keys. */
async function scanned(name: string, command: readonly string[]): Promise<void> {
  const server = new BenchServer(ours(command));
  const add = (row: string, value: Parameters<Results['add']>[2]) => results.add(row, name, value);
  await server.initialize(pathToFileURL(folder).href);
  await server.open('typed', TYPED);
  const key = async (when: string) => {
    add(`key → diagnostics, ${when}`, await server.edit());
    add(`key, and hover right behind it, ${when}`, await server.answerAfterEdit('textDocument/hover', HOVER));
    await sleep(KEY);
  };
  for (let i = 0; i < ALONE; i++) await key('alone');

  const before = cpu(server.pid);
  const time = stopwatch(server.pid);
  let isOver = false;
  const scan = server.ask<Report>('workspace/diagnostic', { previousResultIds: [] }).finally(() => {
    isOver = true;
  });
  while (!isOver) await key('in the scan');
  const { items } = await scan;
  add('first scan', time());
  add('first scan, CPU', cpu(server.pid) - before);
  add('first scan, longest answer to a key', Math.max(...results.of('key → diagnostics, in the scan', name)));
  add('files told of', items.length);
  add('memory at the peak, MB', memory(server.pid).peak);
  await sleep(REST);
  add('memory after a rest, MB', memory(server.pid).now);
  for (let i = 0; i < ALONE; i++) await key('after it');

  const changed = join(folder, 'regions/00/contoso-0.lync.yaml');
  const text = readFileSync(changed, 'utf8');
  writeFileSync(changed, text.replace('name: Contoso', 'name: 1'));
  const again = stopwatch(server.pid);
  await server.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(changed).href, type: 2 }] });
  const previousResultIds = items.map(({ uri, resultId }) => ({ uri, value: resultId }));
  await server.ask<Report>('workspace/diagnostic', { previousResultIds });
  add('scan after a change of one file', again());
  writeFileSync(changed, text);
  await server.stop();
}

/** `check` of the folder on the command line. */
function checked(name: string, program: string): void {
  writeFileSync(usage, '');
  const start = performance.now();
  const args = ['--import', resolve('test/bench/usage.mjs'), resolve(program), 'check', folder];
  spawnSync(process.execPath, args, { stdio: 'ignore', env: { ...process.env, USAGE: usage } });
  results.add('`check` of the folder', name, performance.now() - start);
  const used = JSON.parse(readFileSync(usage, 'utf8'));
  results.add('`check` of the folder, CPU', name, used.cpu * 1000);
  results.add('`check` of the folder, memory at the peak, MB', name, used.memory);
}
