import manifest from '../../../package.json' with { type: 'json' };
import { REPOSITORY } from '../features/docs-url.ts';
import { today } from '../machine/clock.ts';
import { type Message, prose, say, textOf } from '../text/message.ts';
import { visible } from '../text/visible.ts';
import { Complaint, EXIT, type ExitCode } from './exit.ts';
import { reasonOf } from './internal-errors.ts';
import { run } from './run.ts';
import type { Shell } from './shell.ts';

const shell: Shell = {
  cwd: process.cwd(),
  today: today(),
  version: manifest.version,
  colours: wantsColours(process.env, process.stdout.isTTY),
  input: process.stdin,
  print(text) {
    process.stdout.write(text);
  },
  tell,
  complain: (text) => tell(say`error: ${text}`),
};

// A reader such as `head` may leave before the end; that is no error.
const gone = ['EPIPE', 'ERR_STREAM_DESTROYED'];
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (gone.includes(error.code ?? '')) return;
    shell.complain(say`Writing failed: ${prose(reasonOf(error))}.`);
    process.exit(EXIT.failure);
  });
}

run(process.argv.slice(2), shell)
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    process.exitCode = failed(error);
  });

/** The one place where what went wrong becomes a line. */
function failed(error: unknown): ExitCode {
  if (error instanceof Complaint) shell.complain(error.text);
  else shell.complain(say`internal error: ${prose(reasonOf(error))}; please report it: ${REPOSITORY}/issues`);
  return EXIT.failure;
}

function tell(text: Message): void {
  process.stderr.write(`${visible(textOf(text)).replaceAll('\n', ' ')}\n`);
}

/** Colours where a person looks at them, unless the environment says otherwise (no-color.org, force-color.org). */
function wantsColours({ NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return isTerminal && TERM !== 'dumb';
}
