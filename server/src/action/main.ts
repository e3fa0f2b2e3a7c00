// The GitHub Action, as a program: the command line with its inputs, and what comes of it where a runner shows it.
import { runAction } from './action.ts';

process.exitCode = await runAction(process.env, process.cwd());
