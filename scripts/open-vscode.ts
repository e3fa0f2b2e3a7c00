// Opens VS Code on examples/ with the extension of this working tree: the desktop program where there is one, else the VS Code
// server with its address printed, until Ctrl-C. The extension has to be built.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { locate, repository } from '../test/vscode/host/locate.ts';
import { pageUrl } from '../test/vscode/host/page-url.ts';
import { startServer } from '../test/vscode/host/server.ts';

const examples = join(repository, 'examples');
if (!openDesktop()) await serve();

function openDesktop(): boolean {
  const windows = process.platform === 'win32';
  const program = windows ? 'code.cmd' : 'code';
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (!folders.some((folder) => existsSync(join(folder, program)))) return false;
  const quoted = (path: string) => (windows ? `"${path}"` : path);
  const args = ['--new-window', `--extensionDevelopmentPath=${quoted(repository)}`, quoted(examples)];
  const opened = spawnSync(program, args, { stdio: 'inherit', shell: windows });
  process.exitCode = opened.status ?? 1;
  return true;
}

async function serve(): Promise<void> {
  const setup = spawnSync(process.execPath, [join(repository, 'scripts', 'setup.mjs'), '--server'], {
    stdio: 'inherit',
  });
  if (setup.status !== 0) process.exit(setup.status ?? 1);
  const home = mkdtempSync(join(tmpdir(), 'vs-'));
  const server = await startServer({ prepared: locate(), home });
  const location = pageUrl({ authority: server.authority, folder: examples, extension: repository }).href;
  const door = createServer((_, response) => response.writeHead(302, { location }).end());
  door.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
    const address = door.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    process.stdout.write(`VS Code with examples/: http://localhost:${port}/   (Ctrl-C ends it)\n`);
  });
  const interrupted = new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve(''));
  });
  const why = await Promise.race([interrupted, server.exited]);
  await server.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  if (why) process.stderr.write(`${why}\n`);
  process.exit(why ? 1 : 0);
}
