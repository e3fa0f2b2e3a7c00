import { code, type Message, say } from './message.ts';

/** A part of the work that threw: a mistake of ours. It costs its own answer, and nothing else. */
export interface Failure {
  /** The id of a rule, or what was being read. */
  readonly check: string;
  readonly error: unknown;
}

/** Does a part of the work. Undefined where it throws, which is noted. */
export function attempt<T>(check: string, failures: Failure[], run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    failures.push({ check, error });
    return undefined;
  }
}

/** What a person is told of a failure. */
export function failureMessage({ check, error }: Failure): Message {
  return say`The check ${code(check)} could not be made: ${reasonOf(error)}. This is a mistake of Lync Federation, and the other checks were made; please report it.`;
}

/** What an exception says, in its first line. */
export function reasonOf(error: unknown): string {
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return line;
}
