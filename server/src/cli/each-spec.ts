import type { Options } from '../analyze.ts';
import { withSecondOpinion } from '../grammar/node.ts';
import { attempt, type Failure } from '../text/failure.ts';
import type { Message } from '../text/message.ts';
import type { Given } from './command.ts';
import { failuresIn } from './failures.ts';
import { gather, type Input, type Wanted } from './files.ts';
import { judgementOf } from './judgement.ts';
import type { Shell } from './shell.ts';

/** A text, and how it is to be judged. */
export interface Judged {
  readonly input: Input;
  readonly options: Options;
  /** Takes what fails on the way and leaves an answer all the same; whoever tells of it elsewhere need not put it here. */
  readonly failures: Failure[];
}

/** What was made of the texts that were named, in their order. */
export interface Made<T> {
  readonly made: readonly T[];
  /** What could not be read. */
  readonly unread: readonly Message[];
  /** Why there is nothing to judge of files in other forms. */
  readonly unjudged: readonly Message[];
  /** What could not be done of what was read. */
  readonly failed: readonly Message[];
}

interface Around extends Wanted {
  readonly given: Given;
  readonly shell: Shell;
  /** What the work is called where all of it fails. */
  readonly check: string;
}

/**
 * Makes something of each text that the words name, judged as the command line and its project file say. What hinders one
 * hinders none of the others. A text of which nothing was made is left out.
 */
export async function eachSpec<T extends object>(
  words: readonly string[],
  { given, shell, check, ...wanted }: Around,
  make: (judged: Judged) => T | undefined,
): Promise<Made<T>> {
  const { inputs, complaints, unjudged } = await gather(words, shell, wanted);
  const made: T[] = [];
  const failed: Message[] = [];
  const bar = shell.progress?.(check);
  try {
    for (const [i, input] of inputs.entries()) {
      bar?.at(i / inputs.length);
      const options = await judgementOf(input, given, shell);
      const { one, failures } = await withSecondOpinion((readScript) => {
        const failures: Failure[] = [];
        const judged = { input, options: { ...options, readScript }, failures };
        return { one: attempt(check, failures, () => make(judged)), failures };
      });
      if (one !== undefined) made.push(one);
      failed.push(...failuresIn(input.path, failures));
    }
  } finally {
    bar?.done();
  }
  return { made, unread: complaints, unjudged, failed };
}
