import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import { commandLine, wasm } from '../../scripts/command-line.ts';

/** What a run of the command line left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a run differs from the usual one. */
export interface Setting {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** Leaves standard input open behind the input, as an editor does. */
  readonly keepOpen?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** The user to run as; only root can change it. */
  readonly uid?: number;
}

const folder = mkdtempSync(join(tmpdir(), 'lync-federation-cli-'));
// Other users run the bundle, too.
chmodSync(folder, 0o755);

/** The bundle under test, made once per test file. */
export const bundle = join(folder, 'cli.js');

beforeAll(async () => {
  await build({ ...commandLine, outdir: folder, logLevel: 'error' });
  for (const file of wasm) copyFileSync(file, join(folder, basename(file)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line as a process. */
export function cli(
  args: readonly string[],
  { cwd = folder, input = '', keepOpen = false, env = {}, uid }: Setting = {},
): Promise<Outcome> {
  const { PATH = '' } = process.env;
  const user = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, [bundle, ...args], { cwd, env: { PATH, ...env }, ...user });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A command that reads no input may be gone before it comes.
  child.stdin.on('error', () => {});
  child.stdin.write(input);
  if (!keepOpen) child.stdin.end();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

let folders = 0;

/** A folder with these files. */
export function workspace(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = join(folder, `workspace-${++folders}`);
  mkdirSync(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** A spec without problems. */
export const CLEAN = 'lyncFederation: 1\nserver:\n  product: lync-2013\n';

/** A spec with one error for each kind of repair, and a warning. */
export const FAULTY = `lyncFederation: 1
asOf: 2014-07-01
server:
  product: lync-2013
organization:
  name: Contoso
  name: Contoso Ltd.
# lync-federation: ignore[srv-port]
providers:
  public:
    - identity: AOL
      enabled: true
      iconURL: https://aol.example/icon.png
`;
