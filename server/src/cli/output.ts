import { type Message, say } from '../text/message.ts';
import { jsonOf } from '../text/visible.ts';
import type { Given } from './command.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { type Option, text } from './option.ts';
import type { Shell } from './shell.ts';
import { writeNamed } from './write.ts';

/** The option of commands that make a text which people keep. */
export const OUTPUT: Option<string | undefined> = text({
  name: 'output',
  value: 'FILE',
  about: say`write to a file instead of standard output`,
});

/**
 * Puts what a command has made where it was asked for.
 * @throws Complaint where it cannot be written
 */
export async function deliver(made: string, given: Given, shell: Shell): Promise<void> {
  const file = given.of(OUTPUT);
  if (file === undefined) shell.print(made);
  else await writeNamed(file, made, shell);
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
