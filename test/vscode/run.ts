// Runs the extension's tests in a real VS Code: in the desktop program or what stands in for it, then in VS Code for the Web, then
// on the desktop again with other extensions beside it, and looks from outside at windows: one that does not trust its folder, ones
// into which a file is dropped, one with a map, ones with files of which a spec can be started,
// one whose display language is Korean, and ones of a newcomer, who has nothing but the packed extension. The site is looked at in Chromium as well.
//   node test/vscode/run.ts [--suite desktop|web|beside|restricted|dropped|mapped|offered|korean|newcomer|site]... [--shots FOLDER [--picture NAME]...]
// With --suite it runs that one alone; with --shots it takes pictures of what a person sees as well, in docs/images only those that
// the documentation shows.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { runOnSite } from '../site/browser.ts';
import { runDropped } from './dropped.ts';
import { locate, type Prepared, repository } from './host/locate.ts';
import { runInWeb } from './host/web-host.ts';
import { runKorean } from './korean.ts';
import { runMapped } from './mapped.ts';
import { runNewcomer } from './newcomer.ts';
import { runOffered } from './offered.ts';
import { pictures } from './pictures.ts';
import { runRestricted } from './restricted.ts';
import { takeScreenshots } from './screenshots.ts';

const built = join(repository, 'out', 'test', 'vscode');
const suites = {
  desktop: { file: join(built, 'suite.cjs'), run: runOnDesktop },
  web: {
    file: join(built, 'suite-web.cjs'),
    run: (one: Prepared, tests: string, folder: string) => runOnWeb(one, tests, folder),
  },
  beside: { file: join(built, 'suite-beside.cjs'), run: runBeside },
  restricted: { file: repository, run: (one: Prepared, extension: string) => runRestricted(one, extension) },
  dropped: { file: repository, run: (one: Prepared, extension: string) => runDropped(one, extension) },
  mapped: { file: repository, run: (one: Prepared, extension: string) => runMapped(one, extension) },
  offered: { file: repository, run: (one: Prepared, extension: string) => runOffered(one, extension) },
  korean: { file: join(built, 'suite-korean.cjs'), run: runInKorean },
  newcomer: { file: repository, run: (one: Prepared) => runNewcomer(one) },
  site: { file: repository, run: (one: Prepared) => runOnSite(one) },
} as const;

const several = { type: 'string', multiple: true } as const;
const { values } = parseArgs({ options: { shots: { type: 'string' }, picture: several, suite: several } });
const chosen = values.suite ?? Object.keys(suites);
const unknown = chosen.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length > 0) throw new Error(`no suite is called ${unknown.join(', ')}`);
const setup = spawnSync(process.execPath, [join(repository, 'scripts', 'setup.mjs'), '--vscode'], { stdio: 'inherit' });
if (setup.status !== 0) process.exit(setup.status ?? 1);
const prepared = locate();
if (prepared.virtualDisplay) {
  const again = spawnSync('xvfb-run', ['-a', process.execPath, ...process.argv.slice(1)], { stdio: 'inherit' });
  process.exit(again.status ?? 1);
}

let exitCode = 0;
for (const [name, suite] of Object.entries(suites)) {
  if (!chosen.includes(name)) continue;
  if (!existsSync(suite.file)) throw new Error(`${suite.file} is not built`);
  const started = performance.now();
  process.stdout.write(
    `\nthe ${name} suite in VS Code ${prepared.version}${name === 'web' ? '' : ` (${prepared.host})`}\n`,
  );
  const code = await withWorkspace((workspace) => suite.run(prepared, suite.file, workspace));
  process.stdout.write(
    `the ${name} suite ended with ${code} after ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
  );
  exitCode ||= code;
}
if (values.shots && exitCode === 0) {
  const folder = resolve(values.shots);
  const isForDocs = folder === join(repository, 'docs', 'images');
  const wanted = pictures.filter(
    ({ name, isDocumented }) => (isDocumented || !isForDocs) && (values.picture?.includes(name) ?? true),
  );
  await withWorkspace((workspace) =>
    takeScreenshots({ prepared, extension: repository, workspace, folder, pictures: wanted }),
  );
}
process.exit(exitCode);

function runBeside(prepared: Prepared, tests: string, workspace: string): Promise<number> {
  return runOnDesktop(prepared, tests, workspace, join(built, 'neighbours'));
}

/** On the desktop it is looked at from outside; in the web the tests run in it. */
async function runInKorean(one: Prepared, tests: string, workspace: string): Promise<number> {
  const code = await runKorean(one, repository, workspace);
  return code || runOnWeb(one, tests, workspace, 'ko');
}

/** @param installed a folder of other extensions */
async function runOnDesktop(prepared: Prepared, tests: string, workspace: string, installed?: string): Promise<number> {
  const profile = mkdtempSync(join(tmpdir(), 'vp-'));
  const standIn = join(import.meta.dirname, 'host', 'vscode-host');
  const extensions = join(profile, 'e');
  if (installed) cpSync(installed, extensions, { recursive: true });
  try {
    return await runTests({
      ...(prepared.host === 'server' ? { vscodeExecutablePath: standIn } : { version: prepared.version }),
      extensionDevelopmentPath: repository,
      extensionTestsPath: tests,
      launchArgs: [workspace, `--user-data-dir=${join(profile, 'u')}`, `--extensions-dir=${extensions}`],
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function runOnWeb(prepared: Prepared, tests: string, workspace: string, language?: string): Promise<number> {
  const outcome = await runInWeb({ prepared, extension: repository, tests, workspace, ...(language && { language }) });
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
