import { type Failure, failureMessage } from '../text/failure.ts';
import { type Message, prose, say } from '../text/message.ts';
import { visible } from '../text/visible.ts';

/** What could not be checked in a file, each in a line that names the file. */
export function failuresIn(path: string, failures: readonly Failure[]): readonly Message[] {
  return failures.map((failure) => say`${prose(visible(path))}: ${failureMessage(failure)}`);
}
