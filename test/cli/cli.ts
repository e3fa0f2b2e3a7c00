import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandLine } from '../../scripts/command-line.ts';
import { korean } from '../../scripts/l10n/korean.ts';
import { rulePages } from '../../scripts/rule-pages.ts';
import { failed, shellOf } from '../../server/src/cli/host.ts';
import { withoutLocale } from '../../server/src/cli/locale.ts';
import { run } from '../../server/src/cli/run.ts';
import { powerShell } from '../../server/src/grammar/node.ts';
import { today } from '../../server/src/machine/clock.ts';
import type { Bundle } from '../../server/src/text/message.ts';
import { bundled } from '../bundles.ts';

/** What a run of the command line left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a run differs from the usual one. */
export interface Setting {
  /** Another bundle than the one that is shipped. */
  readonly program?: string;
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** Leaves standard input open behind the input, as an editor does. */
  readonly keepOpen?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** The texts of the other language, in place of those that are shipped; a run with them is none of a process. */
  readonly texts?: Bundle;
  /** The user to run as; only root can change it. */
  readonly uid?: number;
}

const shipped = await bundled(commandLine, { name: 'cli' });
// Loaded from there for good.
await powerShell(shipped);

/** The command line as it is shipped. */
export const bundle = join(shipped, 'cli.js');

/** Goes with the folder of the run. */
const folder = mkdtempSync(join(dirname(shipped), 'workspaces-'));
// Other users look into it, too.
chmodSync(folder, 0o755);

/** Runs the command line here, which takes a fiftieth of the time of a process; what only a process has makes it one. */
export async function cli(args: readonly string[], setting: Setting = {}): Promise<Outcome> {
  const { cwd = folder, input = '', keepOpen, env, uid, texts } = setting;
  if (!texts && (keepOpen || env || uid !== undefined || args[0] === 'lsp' || args[0] === 'mcp'))
    return program(args, setting);
  let stdout = '';
  let stderr = '';
  const { args: words, locale } = withoutLocale(args);
  const shell = await shellOf({
    cwd,
    today: today(),
    env: env ?? {},
    locale,
    texts: async () => texts ?? korean(),
    rulePages: async (language) => rulePages(language),
    isTerminal: false,
    input: () => inOnePiece(input),
    writeOutput(text) {
      stdout += typeof text === 'string' ? text : Buffer.from(text).toString();
    },
    writeError(text) {
      stderr += text;
    },
  });
  const code = await run(words, shell).catch((error: unknown) => failed(error, shell));
  return { code, stdout, stderr };
}

async function* inOnePiece(input: string | Uint8Array): AsyncIterable<Uint8Array> {
  yield Buffer.from(input);
}

/** Runs the command line as a process. */
export function program(
  args: readonly string[],
  { program = bundle, cwd = folder, input = '', keepOpen = false, env = {}, uid }: Setting = {},
): Promise<Outcome> {
  const { PATH = '' } = process.env;
  const user = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, [program, ...args], { cwd, env: { PATH, ...env }, ...user });
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
export const CLEAN = 'lyncFederation: 1\nserver:\n  product: sfb-se\n';

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
