import { type Message, say } from '../text/message.ts';
import { jsonOf } from '../text/visible.ts';
import type { Given } from './command.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { flag, type Option, text } from './option.ts';
import type { Shell } from './shell.ts';
import { writeKept } from './write.ts';

/** The option of commands that make a text which people keep. */
export const OUTPUT: Option<string | undefined> = text({
  name: 'output',
  value: 'FILE',
  about: say`write to a file instead of standard output`,
});

/** The option of commands that would otherwise keep what somebody else may have changed. */
export const FORCE = flag('force', say`write over a file that holds something else`);

/**
 * Puts what a command has made where it was asked for, and tells whether a file holds it now.
 * @throws Complaint where it cannot be written, or something else is there
 */
export async function deliver(
  made: string,
  { given, isForced }: { readonly given: Given; readonly isForced: boolean },
  shell: Shell,
): Promise<boolean> {
  const file = given.of(OUTPUT);
  if (file !== undefined) return writeKept(file, made, { shell, isForced });
  shell.print(made);
  return false;
}

/** Data as the JSON that programs get. */
export function forPrograms(data: object): string {
  return `${jsonOf(data, 2)}\n`;
}

/** Tells what went wrong on the way; how the run went as a whole follows. */
export function outcome(complaints: readonly Message[], shell: Shell, otherwise: ExitCode = EXIT.clean): ExitCode {
  for (const complaint of complaints) shell.complain(complaint);
  return complaints.length > 0 ? EXIT.failure : otherwise;
}
