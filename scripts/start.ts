// The end of `npm start`: shows on an example what the command line says, and where to go from there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const example = 'examples/legacy-messengers.lync.yaml';
if (!existsSync(example)) throw new Error(`${example} is missing`);

say(`$ node dist/cli.js check ${example}\n`);
const checked = spawnSync(process.execPath, ['dist/cli.js', 'check', example], { stdio: 'inherit' });
if (checked.status === 0) fail('The example is meant to have problems, but none was found.');
if (checked.status !== 1) fail(`The command line ended with ${checked.signal ?? checked.status}.`);

say(`
That is a deployment from the days of the public messengers, which have gone out of service since. Go on with:

  npm run vscode                        the examples in VS Code: squiggles, hovers, quick fixes
  node dist/cli.js fix --review --dry-run ${example}
                                        what the fixes would change
  node dist/cli.js check --as-of 2013-03-01 ${example}
                                        the verdict on another day
  node dist/cli.js explain AOL          what is known of a provider
  node dist/cli.js --help               everything else
`);

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(why: string): never {
  process.stderr.write(`start: ${why}\n`);
  process.exit(1);
}
