import type { Analysis } from '../analyze.ts';
import { type Message, prose, say } from '../text/message.ts';

/** Our own mistakes met on the way, each in a line. */
export function internalErrors({ failures }: Pick<Analysis, 'failures'>): readonly Message[] {
  return failures.map(
    ({ rule, error }) => say`internal error in rule ${rule}: ${prose(reasonOf(error))}; please report it`,
  );
}

/** What an exception says, in its first line. */
export function reasonOf(error: unknown): string {
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return line;
}
