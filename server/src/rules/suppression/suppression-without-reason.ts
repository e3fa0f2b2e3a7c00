import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import type { Rule } from '../rule.ts';

export const suppressionWithoutReason: Rule = {
  id: 'suppression-without-reason',
  summary: say`A suppression comment that does not say why.`,
  severity: 'warning',
  facts: [],
  scripts: true,
  about: 'suppressions',

  *check(_, { suppressions }) {
    const seen = new Set<number>();
    for (const { comment, reason, expired, forbidden } of suppressions) {
      if (reason !== '' || expired || forbidden || seen.has(comment.start)) continue;
      seen.add(comment.start);
      const message = say`This suppression gives no reason, so nobody can tell later whether it still holds. Write one after the ${code(']')}.`;
      const at = { start: comment.end, end: comment.end };
      const insert = ` ${placeholder('reason why this is right')}`;
      const fix = { title: say`Give the reason`, safety: 'review', edits: [{ edit: 'text', at, insert }] } as const;
      yield { at: comment, message, fixes: [fix] };
    }
  },
};
