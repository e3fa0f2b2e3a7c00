// Makes a fresh clone ready: `npm start` and `npm test` run this first, on any Node from 20 on, before anything is installed.
//   node scripts/setup.mjs            npm packages
//   node scripts/setup.mjs --server   and the VS Code server, to open in a browser
//   node scripts/setup.mjs --vscode   and all that the tests need: a real VS Code, other editors, and servers for `verify`
// What is there already is left alone. What was prepared for VS Code is written to .vscode-test/setup.json.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ticking } from './ticking.mjs';

class SetupError extends Error {}

const VSCODE_VERSION = '1.139.1';
const CODE_SERVER = 'code-server@4.139.1';
const SERVER_NODE = `node-linux-${process.arch}`;
/** Where the support of Node begins, and what lies between that and what the tests run on. */
const OLDER_NODES = ['20.0.0', '22.0.0'];

/** What `verify` is tested against: the packages of each program. */
const SERVERS = {
  named: ['bind9'],
  nsd: ['nsd'],
  dnsmasq: ['dnsmasq-base'],
  openssl: ['openssl'],
  kamailio: ['kamailio', 'kamailio-tls-modules'],
  prosody: ['prosody'],
};

/** The editors of docs/editors.md, and what types in them. */
const EDITORS = {
  nvim: ['neovim'],
  emacs: ['emacs-nox'],
  '/usr/share/doc/elpa-eglot': ['elpa-eglot'],
  '/usr/share/doc/elpa-lsp-mode': ['elpa-lsp-mode'],
  '/usr/share/doc/elpa-yaml-mode': ['elpa-yaml-mode'],
  kate: ['kate'],
  Xvfb: ['xvfb'],
  xdotool: ['xdotool'],
};

const root = fileURLToPath(new URL('..', import.meta.url));
const serverHome = join(root, '.vscode-test', 'server');
const serverModules = join(serverHome, 'node_modules');
const vscodeDir = join(serverModules, 'code-server', 'lib', 'vscode');
const nodeDir = join(serverModules, SERVER_NODE);
const nodesHome = join(root, '.vscode-test', 'nodes');

const wanted = new Set(process.argv.slice(2));
try {
  installPackages();
  if (wanted.has('--vscode')) await prepareTests();
  else if (wanted.has('--server')) prepareServer();
  process.exit(0); // a look-up of the download host may still be waiting for the name server
} catch (error) {
  process.stderr.write(`setup: ${error instanceof SetupError ? error.message : error.stack}\n`);
  process.exit(1);
}

function installPackages() {
  if (packagesAreInstalled()) return;
  say('installing npm packages (npm ci)');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, show: true });
}

/** npm keeps a copy of the lockfile in node_modules for what it has put there; the two have to tell the same. */
function packagesAreInstalled() {
  const copy = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(copy) || !existsSync(join(root, 'node_modules', '.bin', 'node'))) return false;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(copy, 'utf8')).packages;
  const same = (name) => locked[name]?.version === installed[name]?.version;
  return Object.keys({ ...locked, ...installed }).every(
    (name) => name === '' || same(name) || (locked[name]?.optional && !installed[name]),
  );
}

/** The desktop program is preferred; the web build is tested in Chromium in any case. */
async function prepareTests() {
  const host = await chooseHost();
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const needs = [];
  if (!findChromium()) needs.push('chromium');
  if (host === 'server' && !serverIsReady('server')) needs.push(...missingBuildTools());
  if (host === 'desktop' && !display && !onPath('xvfb-run')) needs.push('xvfb', 'xauth');
  needs.push(...missing(SERVERS), ...missing(EDITORS));
  installSystemPackages(needs);
  installServer(host);
  installNodes();
  const chromium = findChromium();
  if (!chromium) throw new SetupError('Chromium is installed but not found. Set CHROME_PATH to its program.');
  record({ host, virtualDisplay: host === 'desktop' && !display, chromium });
}

function prepareServer() {
  if (process.platform !== 'linux') throw new SetupError('the VS Code server runs on Linux only; install VS Code.');
  if (!serverIsReady('server')) installSystemPackages(missingBuildTools());
  installServer('server');
  record({ host: 'server', virtualDisplay: false, chromium: findChromium() });
}

async function chooseHost() {
  const choice = process.env.LYNC_FEDERATION_VSCODE;
  if (choice === 'desktop' || choice === 'server') return choice;
  if (choice) throw new SetupError(`LYNC_FEDERATION_VSCODE is \`${choice}\`; it can be \`desktop\` or \`server\`.`);
  if (process.platform !== 'linux') return 'desktop';
  const url = `https://update.code.visualstudio.com/${VSCODE_VERSION}/linux-x64/stable`;
  return fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(3000) }).then(
    (answer) => (answer.ok ? 'desktop' : 'server'),
    () => 'server',
  );
}

function record(found) {
  const server = { vscode: vscodeDir, node: join(nodeDir, 'bin', 'node') };
  const text = JSON.stringify({ version: VSCODE_VERSION, ...found, ...server }, null, 2);
  writeFileSync(join(root, '.vscode-test', 'setup.json'), `${text}\n`);
}

/** The desktop needs only the web files. The server needs its packages, and two native modules or it logs stack traces. */
function installServer(host) {
  if (serverIsReady(host)) return;
  const what = host === 'server' ? 'the VS Code server' : 'the web files of VS Code';
  say(`installing ${what} ${VSCODE_VERSION} into .vscode-test/server (once, less than a minute)`);
  rmSync(serverHome, { recursive: true, force: true });
  mkdirSync(serverHome, { recursive: true });
  writeFileSync(join(serverHome, 'package.json'), '{ "name": "vscode-server", "private": true }\n');
  const plain = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (host === 'desktop') {
    run('npm', ['install', ...plain, CODE_SERVER], { cwd: serverHome });
  } else {
    run('npm', ['install', ...plain, CODE_SERVER, `${SERVER_NODE}@24`], { cwd: serverHome });
    const env = {
      ...process.env,
      PATH: join(nodeDir, 'bin') + delimiter + process.env.PATH,
      npm_config_nodedir: nodeDir, // the headers to build with, without a download
      npm_config_unsafe_perm: 'true',
    };
    run('npm', ['install', '--omit=dev', ...plain], { cwd: vscodeDir, env });
    run('npm', ['rebuild', '--loglevel=error', '@vscode/spdlog', '@vscode/native-watchdog'], { cwd: vscodeDir, env });
  }
  writeFileSync(join(serverHome, '.ready'), stamp(host));
}

/** Each by its own name beside the others; `test/npm` runs what is packed on all of them. */
function installNodes() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const packages = OLDER_NODES.map((version) => `node-${version}@npm:node-${platform}-${process.arch}@${version}`);
  const file = join(nodesHome, '.ready');
  if (existsSync(file) && readFileSync(file, 'utf8') === packages.join(' ')) return;
  say(`installing Node ${OLDER_NODES.join(' and ')} into .vscode-test/nodes (once, less than a minute)`);
  rmSync(nodesHome, { recursive: true, force: true });
  mkdirSync(nodesHome, { recursive: true });
  writeFileSync(join(nodesHome, 'package.json'), '{ "name": "older-nodes", "private": true }\n');
  const plain = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  run('npm', ['install', ...plain, ...packages], { cwd: nodesHome });
  writeFileSync(file, packages.join(' '));
}

function serverIsReady(host) {
  const file = join(serverHome, '.ready');
  const ready = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return ready === stamp(host) || ready === stamp('server');
}

function stamp(host) {
  return host === 'server' ? `${CODE_SERVER} ${SERVER_NODE}` : `${CODE_SERVER} web files`;
}

function missing(programs) {
  const isThere = (one) => onPath(one) || existsSync(one) || existsSync(join('/usr/sbin', one));
  if (process.platform !== 'linux') return [];
  return Object.keys(programs).flatMap((one) => (isThere(one) ? [] : programs[one]));
}

function missingBuildTools() {
  const tools = { 'g++': 'g++', make: 'make', python3: 'python3' };
  return Object.keys(tools).filter((tool) => !onPath(tools[tool]));
}

function installSystemPackages(names) {
  if (names.length === 0) return;
  const list = names.join(' ');
  if (!onPath('apt-get')) throw new SetupError(`the tests need ${names.join(', ')}: install them and start again.`);
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `the tests need ${names.join(', ')}. Type this and start again:\n  sudo sh -c "apt-get update && apt-get install -y ${list}"`,
    );
  }
  say(`installing ${names.join(', ')} (apt-get install)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  run('apt-get', [...wait, 'update'], { env });
  unstarted(() => run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...names], { env }));
}

/** Debian asks this program whether a server that is installed may start at once: the tests start their own. */
function unstarted(install) {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return install();
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install();
  } finally {
    rmSync(policy);
  }
}

function findChromium() {
  const places = [
    process.env.CHROME_PATH,
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return places.find((place) => place && existsSync(place));
}

function onPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((dir) => join(dir, program))
    .find((file) => existsSync(file));
}

/** Output is kept back and shown when the program fails, unless `show` lets it through. */
function run(program, args, { cwd = root, env = process.env, show = false } = {}) {
  const shell = process.platform === 'win32'; // npm is npm.cmd there
  const done = ticking([program, ...args].join(' '), () =>
    spawnSync(program, args, { cwd, env, shell, stdio: show ? 'inherit' : 'pipe', encoding: 'utf8' }),
  );
  if (done.status === 0) return;
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}`.trimEnd();
  const why = done.error?.message ?? `${program} ended with ${done.signal ?? done.status}`;
  throw new SetupError(`${[program, ...args].join(' ')} failed: ${why}${output ? `\n${output}` : ''}`);
}

function say(line) {
  process.stdout.write(`setup: ${line}\n`);
}
