import { each } from '../../spec/model.ts';
import { hostKey, parentOf } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { allowedPartners, discoveredPartners } from '../partner-entries.ts';
import type { Rule } from '../rule.ts';

export const subdomainOfBlocked: Rule = {
  id: 'subdomain-of-blocked',
  summary: say`A partner below a blocked domain.`,
  severity: 'info',
  persona: 'auditor',
  facts: [],

  *check(spec) {
    const blocked = new Map(
      each(spec.domains?.blocked).flatMap(({ domain }) => (domain ? [[hostKey(domain.value), domain]] : [])),
    );
    if (blocked.size === 0) return;
    for (const { domain } of [...allowedPartners(spec), ...discoveredPartners(spec)]) {
      let above = parentOf(domain.value);
      while (above !== '' && !blocked.has(above)) above = parentOf(above);
      const block = blocked.get(above);
      if (block === undefined) continue;
      yield {
        at: domain.at,
        message: say`${code(domain.value)} is a partner although ${code(block.value)} above it is blocked; a block is not documented to cover what lies below. Block the subdomain too if it is meant.`,
        related: [{ at: block.at, message: say`${code(block.value)} is blocked here.` }],
      };
    }
  },
};
