import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const suppressionWithoutReason: Rule = {
  id: 'suppression-without-reason',
  summary: say`A suppression comment that does not say why.`,
  severity: 'warning',
  facts: [],
  about: 'suppressions',

  *check(_, { suppressions }) {
    const seen = new Set<number>();
    for (const { comment, reason } of suppressions) {
      if (reason !== '' || seen.has(comment.start)) continue;
      seen.add(comment.start);
      const message = say`This suppression gives no reason, so nobody can tell later whether it still holds. Write one behind the ${code(']')}.`;
      yield { at: comment, message };
    }
  },
};
