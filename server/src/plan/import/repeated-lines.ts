import { inEnglish } from '../../text/message.ts';
import type { Unread } from './found.ts';

/** Text that nothing could be made of, with the number of places where the file has the same for the same reason. */
export interface RepeatedLine extends Unread {
  readonly times: number;
}

/** Lines that say the same are one. */
export function repeatedLines(unread: readonly Unread[]): readonly RepeatedLine[] {
  const known = new Map<string, RepeatedLine>();
  for (const one of unread) {
    const key = [one.source, inEnglish(one.reason), one.text].join('\n');
    known.set(key, { ...(known.get(key) ?? one), times: (known.get(key)?.times ?? 0) + 1 });
  }
  return [...known.values()];
}
