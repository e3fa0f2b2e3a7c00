import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const duplicateKey: Rule = {
  id: 'duplicate-key',
  summary: say`A key written twice in one mapping.`,
  severity: 'error',
  facts: [],
  projects: true,

  *check(_, { faults }) {
    for (const fault of faults) {
      if (fault.kind !== 'duplicate-key') continue;
      const { at, first, path, key, entry } = fault;
      yield {
        at,
        message: say`${code(key)} is written twice here; only the first one counts. Keep one of them.`,
        related: [{ at: first, message: say`${code(key)} first stands here.` }],
        fixes: [
          {
            title: say`Remove the second ${code(key)}`,
            safety: 'review',
            edits: [{ edit: 'remove', path: [...path, key], entry }],
          },
        ],
      };
    }
  },
};
