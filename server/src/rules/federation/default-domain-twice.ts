import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const defaultDomainTwice: Rule = {
  id: 'default-domain-twice',
  summary: say`Two default SIP domains, where a deployment has exactly one.`,
  severity: 'error',
  facts: [],

  *check(spec) {
    const [first, ...others] = each(spec.domains?.sip).filter(({ isDefault }) => isDefault?.value === true);
    if (first?.identity === undefined) return;
    const name = first.identity.value;
    for (const { identity, isDefault } of others) {
      if (identity === undefined || isDefault === undefined) continue;
      yield {
        at: isDefault.at,
        message: say`${code(identity.value)} and ${code(name)} are both the default SIP domain, and a deployment has exactly one: the last one to be set stays. Keep one.`,
        related: [{ at: first.identity.at, message: say`This one is the default already.` }],
        fixes: [
          {
            title: say`Keep ${code(name)} as the default`,
            safety: 'review',
            edits: [set(isDefault.path, false)],
          },
        ],
      };
    }
  },
};
