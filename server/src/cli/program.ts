import { today } from '../machine/clock.ts';
import { readRulePages } from '../machine/rule-pages.ts';
import { readTexts } from '../machine/texts.ts';
import { reasonOf } from '../text/failure.ts';
import { say } from '../text/message.ts';
import { EXIT } from './exit.ts';
import { failed, shellOf } from './host.ts';
import { withoutLocale } from './locale.ts';
import { run } from './run.ts';

const { args, locale } = withoutLocale(process.argv.slice(2));
const shell = await shellOf({
  cwd: process.cwd(),
  today: today(),
  env: process.env,
  locale,
  // Windows alone has no variable for it.
  systemLocale: () => (process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : undefined),
  texts: readTexts,
  rulePages: readRulePages,
  isTerminal: process.stdout.isTTY,
  isWatched: process.stderr.isTTY,
  input: () => process.stdin,
  writeOutput(text) {
    process.stdout.write(text);
  },
  writeError(text) {
    process.stderr.write(text);
  },
});

// A reader such as `head` may leave before the end; that is no error.
const gone = ['EPIPE', 'ERR_STREAM_DESTROYED'];
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (gone.includes(error.code ?? '')) return;
    shell.complain(say`Writing failed: ${reasonOf(error)}.`);
    process.exit(EXIT.failure);
  });
}

run(args, shell)
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    process.exitCode = failed(error, shell);
  });
