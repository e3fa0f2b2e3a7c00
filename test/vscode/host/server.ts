import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HostError } from './host-error.ts';
import type { Prepared } from './locate.ts';
import { settings as quietSettings } from './settings.ts';

/** A running VS Code server. */
export interface Server {
  /** Host and port, as the page and the `vscode-remote:` addresses of its files name them. */
  readonly authority: string;
  /** All it has written to stdout and stderr so far. */
  readonly log: () => string;
  /** Resolves with a sentence when the server has gone. */
  readonly exited: Promise<string>;
  /** Ends the server and every process it has started. */
  readonly stop: () => Promise<void>;
}

interface Options {
  readonly prepared: Prepared;
  /** A folder for sockets, logs and profile; its path is short, for a socket's path ends at 108 bytes. */
  readonly home: string;
  readonly userDataDir?: string | undefined;
  readonly extensionsDir?: string | undefined;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether folders are trusted only where somebody says so. */
  readonly asksForTrust?: boolean;
  /** Where programs are found, when not where those of this process are. */
  readonly path?: string;
}

const startLimit = 60_000;

/** Starts the VS Code server on a free port of this machine. */
export async function startServer(options: Options): Promise<Server> {
  const child = spawn(options.prepared.node, serverArguments(options), {
    env: serverEnvironment(options),
    stdio: 'pipe',
    detached: true, // a process group of its own, to be ended as a whole
  });
  child.stdin.on('error', () => {});
  let log = '';
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(`the VS Code server left (code ${code}, signal ${signal})`));
    child.once('error', (error) => resolve(`the VS Code server cannot be started: ${error.message}`));
  });
  const listening = new Promise<string>((resolve) => {
    const read = (text: Buffer) => {
      log += text;
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (port && log.includes('agent started')) resolve(port);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const stop = () => stopGroup(child, exited);
  const late = sleep(startLimit, undefined, { ref: false });
  const port = await Promise.race([listening, exited.then(() => undefined), late]);
  if (!port) {
    await stop();
    throw new HostError(70, `the VS Code server does not start\n${lastLines(log)}`);
  }
  return { authority: `localhost:${port}`, log: () => log, exited, stop };
}

/** The last lines of a log that are fit to be read. */
export function lastLines(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '' && line.length < 400);
  return lines.slice(-15).join('\n');
}

function serverArguments(options: Options): readonly string[] {
  const userDataDir = options.userDataDir ?? join(options.home, 'u');
  const extensionsDir = options.extensionsDir ?? join(options.home, 'e');
  for (const folder of [join(userDataDir, 'User'), extensionsDir, join(options.home, 't')]) {
    mkdirSync(folder, { recursive: true });
  }
  const settings = { ...quietSettings, ...options.settings };
  writeFileSync(join(userDataDir, 'User', 'settings.json'), JSON.stringify(settings, null, 2));
  return [
    ...['--require', join(import.meta.dirname, 'die-with-parent.cjs')],
    join(options.prepared.vscode, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    '--enable-smoke-test-driver', // without it the page ignores the extension under development
    ...(options.asksForTrust ? [] : ['--disable-workspace-trust']),
    ...['--disable-getting-started-override', '--disable-update-check'],
    ...['--telemetry-level', 'off', '--disable-experiments', '--force-disable-user-env'],
    ...['--server-data-dir', join(options.home, 's')],
    ...['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir],
  ];
}

function serverEnvironment({ home, path }: Options): NodeJS.ProcessEnv {
  const inherited = /^(VSCODE_|ELECTRON_|NODE_OPTIONS|XDG_RUNTIME_DIR)/;
  const kept = Object.entries(process.env).filter(([name]) => !inherited.test(name));
  return {
    ...Object.fromEntries(kept),
    VSCODE_HOST_TETHER: '1',
    TMPDIR: join(home, 't'),
    ...(path !== undefined && { PATH: path }),
    EXTENSIONS_GALLERY: '{"serviceUrl":""}', // no calls to an extension gallery
  };
}

/** Left to itself the server takes one to two seconds to go; its extension host would linger on. */
async function stopGroup(child: ChildProcessWithoutNullStreams, exited: Promise<string>): Promise<void> {
  signalGroup(child.pid, 'SIGTERM');
  await Promise.race([exited, sleep(250)]);
  signalGroup(child.pid, 'SIGKILL');
  await Promise.race([exited, sleep(2000, undefined, { ref: false })]);
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // the group has gone already
  }
}
