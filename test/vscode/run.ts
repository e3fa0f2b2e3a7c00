// Runs the extension's tests in a real VS Code: in the desktop program or what stands in for it, then in VS Code for the Web.
//   node test/vscode/run.ts [--shots FOLDER]    with --shots it takes the pictures of the README as well
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { locate, type Prepared, repository } from './host/locate.ts';
import { runInWeb } from './host/web-host.ts';
import { type Picture, takeScreenshots } from './screenshots.ts';

const pictured: { readonly file: string; readonly pictures: readonly Picture[] } = {
  file: 'legacy-messengers.lync.yaml',
  pictures: [{ name: 'squiggles-and-hover', hoverText: 'AOL' }],
};

const suites = {
  'the desktop suite': { file: join(repository, 'out', 'test', 'vscode', 'suite.cjs'), run: runOnDesktop },
  'the web suite': { file: join(repository, 'out', 'test', 'vscode', 'suite-web.cjs'), run: runOnWeb },
} as const;

const { values } = parseArgs({ options: { shots: { type: 'string' } } });
const setup = spawnSync(process.execPath, [join(repository, 'scripts', 'setup.mjs'), '--vscode'], { stdio: 'inherit' });
if (setup.status !== 0) process.exit(setup.status ?? 1);
const prepared = locate();
if (prepared.virtualDisplay) {
  const again = spawnSync('xvfb-run', ['-a', process.execPath, ...process.argv.slice(1)], { stdio: 'inherit' });
  process.exit(again.status ?? 1);
}

let exitCode = 0;
for (const [name, suite] of Object.entries(suites)) {
  if (!existsSync(suite.file)) throw new Error(`${suite.file} is not built`);
  const started = performance.now();
  process.stdout.write(
    `\n${name} in VS Code ${prepared.version}${suite.run === runOnDesktop ? ` (${prepared.host})` : ''}\n`,
  );
  const code = await withWorkspace((workspace) => suite.run(prepared, suite.file, workspace));
  process.stdout.write(`${name} ended with ${code} after ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  exitCode ||= code;
}
if (values.shots && exitCode === 0) {
  const folder = resolve(values.shots);
  await withWorkspace((workspace) =>
    takeScreenshots({ prepared, extension: repository, workspace, folder, ...pictured }),
  );
}
process.exit(exitCode);

async function runOnDesktop(prepared: Prepared, tests: string, workspace: string): Promise<number> {
  const profile = mkdtempSync(join(tmpdir(), 'vp-'));
  const standIn = join(import.meta.dirname, 'host', 'vscode-host');
  try {
    return await runTests({
      ...(prepared.host === 'server' ? { vscodeExecutablePath: standIn } : { version: prepared.version }),
      extensionDevelopmentPath: repository,
      extensionTestsPath: tests,
      launchArgs: [workspace, `--user-data-dir=${join(profile, 'u')}`, `--extensions-dir=${join(profile, 'e')}`],
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function runOnWeb(prepared: Prepared, tests: string, workspace: string): Promise<number> {
  const outcome = await runInWeb({ prepared, extension: repository, tests, workspace });
  if (outcome.why) process.stderr.write(`${outcome.why}\n`);
  return outcome.code;
}

/** The tests change files, so each run has its own copy of the examples. */
async function withWorkspace<T>(use: (workspace: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lync-federation-'));
  const workspace = join(folder, 'examples');
  cpSync(join(repository, 'examples'), workspace, { recursive: true });
  try {
    return await use(workspace);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
