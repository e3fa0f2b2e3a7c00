import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const defaultDomainMissing: Rule = {
  id: 'default-domain-missing',
  summary: say`No SIP domain is the default, where a deployment always has one.`,
  severity: 'warning',
  facts: [],

  *check(spec) {
    const domains = each(spec.domains?.sip);
    const [first] = domains;
    // A domain that does not say it may be the one.
    if (first?.identity === undefined || domains.some(({ isDefault }) => isDefault?.value !== false)) return;
    const { identity, isDefault } = first;
    if (isDefault === undefined) return;
    const name = identity.value;
    yield {
      at: isDefault.at,
      message: say`No domain of ${code('domains.sip')} is the default one, and a deployment always has exactly one. Say which it is, or add the domain that is.`,
      fixes: [
        {
          title: say`Make ${code(name)} the default`,
          safety: 'review',
          edits: [set(isDefault.path, true)],
        },
      ],
    };
  },
};
