import { attempt, type Failure, failureMessage } from '../text/failure.ts';
import { type Message, say } from '../text/message.ts';
import { Complaint } from './exit.ts';

/** What could not be checked in a file, each in a line that names the file. */
export function failuresIn(path: string, failures: readonly Failure[]): readonly Message[] {
  return failures.map((failure) => say`${path}: ${failureMessage(failure)}`);
}

/**
 * What a part of the work makes of a file, where nothing goes on without it.
 * @throws Complaint that names the file and the part, where that throws
 */
export function needed<T extends object>(path: string, check: string, run: () => T): T {
  const failures: Failure[] = [];
  const made = attempt(check, failures, run);
  if (made !== undefined) return made;
  const [failure] = failuresIn(path, failures);
  throw failure === undefined ? new TypeError(`${check} made nothing`) : new Complaint(failure);
}
