// Where the time goes in the server, by profile: what each folder of the code takes itself, of all the time in which it was not idle.
//   npm run bench:profile
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ours } from './program.ts';
import { BenchServer } from './server.ts';
import { makeSpec } from './spec.ts';

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

/** What Node writes with `--cpu-prof`: samples of nodes, and microseconds between them. */
interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

type Work = (server: BenchServer) => Promise<void>;

const WORK: Readonly<Record<string, Work>> = {
  'a start, and 148 lines': (server) => opened(server, 100, 1),
  'edits, 1,000 domains': (server) => edited(server, 1000, 500),
  'edits, 10,000 domains': (server) => edited(server, 10_000, 150),
  'documents of 1,000 domains': (server) => opened(server, 1000, 60),
  'documents of 10,000 domains': (server) => opened(server, 10_000, 15),
};

async function opened(server: BenchServer, domains: number, times: number): Promise<void> {
  const spec = makeSpec(domains);
  for (let i = 0; i < times; i++) await server.open(`${i}`, spec);
}

async function edited(server: BenchServer, domains: number, times: number): Promise<void> {
  await server.open('edited', makeSpec(domains));
  for (let i = 0; i < times; i++) await server.edit();
}

/** The profile of a fresh server that does some work. */
async function profileOf(work: Work): Promise<Profile> {
  const folder = mkdtempSync(join(tmpdir(), 'lync-federation-profile-'));
  const profiling = ['--cpu-prof', '--cpu-prof-interval', '200', '--cpu-prof-dir', folder];
  const server = new BenchServer(ours([process.execPath, ...profiling, 'dist/server.js', '--stdio']));
  await server.initialize();
  await work(server);
  await server.stop();
  try {
    const [file = ''] = globSync(join(folder, '*.cpuprofile'));
    return JSON.parse(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const files = new Map<string, readonly string[]>();

/** The room that a function stands in: a folder of the server, a package, or a part of Node. */
function roomOf({ functionName, url, lineNumber }: CallFrame): string | undefined {
  if (functionName === '(idle)') return undefined;
  if (functionName.startsWith('(')) return functionName.slice(1, -1);
  if (!url.startsWith('file:')) return 'Node';
  const path = fileURLToPath(url);
  const lines = files.get(path) ?? readFileSync(path, 'utf8').split('\n');
  files.set(path, lines);
  // A bundle that is not minified says where each part of it comes from.
  const part = lines.slice(0, lineNumber + 1).findLast((line) => /^\/\/ \S+\/\S+$/.test(line)) ?? '';
  return (
    /^\/\/ (?:server\/src\/\w[\w-]*|node_modules\/(?:@[\w-]+\/)?[\w-]+|\w+)/.exec(part)?.[0].slice(3) ?? 'the rest'
  );
}

/** Milliseconds by rooms. */
function byRoom({ nodes, samples, timeDeltas }: Profile): ReadonlyMap<string, number> {
  const rooms = new Map(nodes.map(({ id, callFrame }) => [id, roomOf(callFrame)]));
  const spent = new Map<string, number>();
  for (const [i, sample] of samples.entries()) {
    const room = rooms.get(sample);
    if (room !== undefined) spent.set(room, (spent.get(room) ?? 0) + (timeDeltas[i] ?? 0) / 1000);
  }
  return spent;
}

const columns: (readonly [name: string, ReadonlyMap<string, number>])[] = [];
for (const [name, work] of Object.entries(WORK)) columns.push([name, byRoom(await profileOf(work))]);
const share = (spent: ReadonlyMap<string, number>, room: string) =>
  Math.round(((spent.get(room) ?? 0) / [...spent.values()].reduce((sum, one) => sum + one, 0)) * 100);
const most = (room: string) => Math.max(...columns.map(([, spent]) => share(spent, room)));
const rooms = [...new Set(columns.flatMap(([, spent]) => [...spent.keys()]))].filter((room) => most(room) > 1);
const row = (cells: readonly (string | number)[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
row(['% of the time', ...columns.map(([name]) => name)]);
row(['---', ...columns.map(() => '---:')]);
for (const room of rooms.toSorted((a, b) => most(b) - most(a)))
  row([room, ...columns.map(([, spent]) => share(spent, room))]);
