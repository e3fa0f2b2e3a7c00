// The GitHub Action, as a program: the command line with its inputs, and what comes of it where a runner shows it.
import { EXIT } from '../cli/exit.ts';
import { reasonOf } from '../text/failure.ts';
import { runAction } from './action.ts';

try {
  process.exitCode = await runAction(process.env, process.cwd());
} catch (error) {
  process.stdout.write(`::error title=lync-federation::${reasonOf(error)}\n`);
  process.exitCode = EXIT.failure;
}
