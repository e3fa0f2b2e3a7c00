import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll } from 'vitest';

const running = new Set<ChildProcess>();
const folders: string[] = [];

afterAll(async () => {
  await Promise.all([...running].map(stopped));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, which goes with the tests of the file. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'lync-federation-verify-'));
  folders.push(made);
  return made;
}

/** The environment of programs that only an administrator has on his path. */
const env = { ...process.env, PATH: [process.env.PATH, '/usr/sbin', '/sbin'].join(delimiter) };

/**
 * Starts a server that is installed, and takes down what it says.
 * @throws Error that says how to install it where it is missing
 */
export function started(program: string, args: readonly string[], { from }: { readonly from: string }): Program {
  installed(program, from);
  const child = spawn(program, args, { env, stdio: 'pipe' });
  running.add(child);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => said.push(text));
  return { said: () => said.join(''), stop: () => stopped(child) };
}

/** A server that runs. */
export interface Program {
  said(): string;
  stop(): Promise<void>;
}

/** Runs a program to its end. */
export function run(
  program: string,
  args: readonly string[],
  { cwd, from }: { readonly cwd: string; readonly from: string },
): void {
  installed(program, from);
  execFileSync(program, args, { cwd, env, stdio: 'pipe', timeout: 30_000 });
}

function installed(program: string, from: string): void {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { env, stdio: 'ignore' });
  } catch {
    throw new Error(`${program} is missing: apt-get install -y ${from} (npm test does so)`);
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Waits until something is so. */
export async function until(isSo: () => Promise<boolean> | boolean, what: () => string): Promise<void> {
  for (let time = 0; time < 200; time++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it did not come to be: ${what()}`);
}
