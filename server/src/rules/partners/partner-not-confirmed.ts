import { partnersOneByOne } from '../../deployment/partners.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const partnerNotConfirmed: Rule = {
  id: 'partner-not-confirmed',
  summary: say`A partner that has not set up its own side.`,
  severity: 'warning',
  facts: [],

  *check(spec) {
    for (const { domain, partner } of partnersOneByOne(spec)) {
      const confirmed = partner?.confirmed;
      if (confirmed?.value !== false) continue;
      yield {
        at: confirmed.at,
        message: say`${code(domain.value)} has not set up its side, and federation works only where both sides allow it. Ask the partner to allow your domains.`,
        fixes: [
          {
            title: say`Record that ${code(domain.value)} has allowed your domains`,
            safety: 'review',
            edits: [set(confirmed.path, true)],
          },
        ],
      };
    }
  },
};
