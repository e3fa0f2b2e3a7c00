import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const folders: string[] = [];

// Files of tests share this module, so it is not one of them that ends it.
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, which goes with the process of the tests. */
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
  // It ends with the process of the tests, however that ends: then nobody holds its input any more. Its own input stays open.
  const child = spawn('sh', ['-c', 'tail -f /dev/null | "$@" & read _; kill -9 0', 'sh', program, ...args], {
    env,
    stdio: 'pipe',
    detached: true,
  });
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
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.stdin?.end();
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
