// Stands in for the VS Code desktop program where that cannot be had: takes the command line of @vscode/test-electron and
// runs it on the VS Code server, with Chromium as the window. `vscode-host` beside it starts it.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { HostError } from './host-error.ts';
import { locate } from './locate.ts';
import { pageUrl } from './page-url.ts';
import { lastLines, type Server, startServer } from './server.ts';
import { launchChromium, type Outcome, runWorkbench } from './workbench.ts';

const options = readCommandLine();
const code = await run().catch((error) => {
  process.stderr.write(`vscode-host: ${error instanceof HostError ? error.message : error.stack}\n`);
  return error instanceof HostError ? error.code : 70;
});
await new Promise((written) => process.stdout.write('', written));
await sleep(150); // test-electron drops its end of the pipe when this process leaves: let it read first
process.exit(code);

async function run(): Promise<number> {
  const prepared = locate();
  const tests = existing(options.extensionTestsPath, '--extensionTestsPath');
  const extension = existing(options.extensionDevelopmentPath, '--extensionDevelopmentPath');
  const folder = existing(options.folder, 'workspace folder');
  const stopped = signalled();
  const home = mkdtempSync(join(tmpdir(), 'vh-'));
  let server: Server | undefined;
  let browser: Browser | undefined;
  try {
    const launching = launchChromium(prepared);
    launching.catch(() => {}); // told below; the server may fail first
    const { userDataDir, extensionsDir } = options;
    server = await startServer({ prepared, home, userDataDir, extensionsDir });
    browser = await launching;
    const crashed = server.exited.then((why): Outcome => ({ code: 70, why }));
    const url = pageUrl({ authority: server.authority, folder, extension, tests });
    const ended = await Promise.race([runWorkbench(browser, url), crashed, stopped]);
    const outcome = await sobered(ended, server);
    if (outcome.why) process.stderr.write(`vscode-host: ${outcome.why}\n${lastLines(server.log())}\n`);
    return outcome.code;
  } finally {
    await Promise.race([browser?.close().catch(() => {}), sleep(3000, undefined, { ref: false })]);
    await server?.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function readCommandLine() {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    strict: false, // the many switches for Electron mean nothing here
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: text,
      extensionTestsPath: text,
      'user-data-dir': text,
      'extensions-dir': text,
    },
  });
  const path = (value: unknown) => (typeof value === 'string' ? resolve(value) : undefined);
  return {
    extensionDevelopmentPath: path(values.extensionDevelopmentPath),
    extensionTestsPath: path(values.extensionTestsPath),
    userDataDir: path(values['user-data-dir']),
    extensionsDir: path(values['extensions-dir']),
    folder: path(positionals[0]),
  };
}

function existing(path: string | undefined, name: string): string {
  if (!path) throw new HostError(64, `${name} is missing`);
  if (!existsSync(path)) throw new HostError(66, `${name} does not exist: ${path}`);
  return path;
}

/** The workbench reports a killed extension host as code 0; only the server's log knows better. */
async function sobered(outcome: Outcome, server: Server): Promise<Outcome> {
  const pattern = /Extension Host Process exited with code: (\S+), signal: (\S+?)\.?\s/;
  for (let tries = 0; tries < 40 && !pattern.test(server.log()); tries++) await sleep(25);
  const [, code = '0', signal = 'null'] = pattern.exec(server.log()) ?? [];
  if (code === '0' && signal === 'null') return outcome;
  return { code: 70, why: `the extension host crashed (code ${code}, signal ${signal})` };
}

function signalled(): Promise<Outcome> {
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  return new Promise((end) => {
    for (const [signal, code] of Object.entries(signals)) {
      process.once(signal, () => end({ code, why: `stopped by ${signal}` }));
    }
  });
}
