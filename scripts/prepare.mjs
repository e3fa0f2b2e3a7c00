// Makes the bundles, which are not in git: npm runs this for a package from git, as pre-commit installs it, and before it is packed.
// A global install from git comes without the packages that the build needs.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const env = { ...process.env, npm_config_global: 'false' };

run(process.execPath, ['scripts/setup.mjs']);
run('npm', ['run', '--silent', 'build'], process.platform === 'win32'); // npm is npm.cmd there

/** Standard output is left alone: that of `npm pack` is the name of a file and nothing else. */
function run(program, args, shell = false) {
  const stdio = ['ignore', process.stderr, process.stderr];
  const { status, error } = spawnSync(program, args, { cwd: root, env, stdio, shell });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
