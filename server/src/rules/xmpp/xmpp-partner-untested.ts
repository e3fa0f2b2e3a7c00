import { idsOf } from '../../catalog/ids.ts';
import { code, prose, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';
import { xmppPartners } from '../xmpp-partners.ts';

export const xmppPartnerUntested: Rule = {
  id: 'xmpp-partner-untested',
  summary: say`An XMPP partner that the server was never tested with.`,
  severity: 'info',
  persona: 'auditor',
  facts: ['xmpp'],

  *check(spec, context) {
    const tested = idsOf(context.catalog.xmpp).map((id) => context.catalog.xmpp[id].name);
    for (const { domain, service } of xmppPartners(spec, context)) {
      if (service) continue;
      yield {
        at: domain.at,
        message: say`XMPP federation was tested and is supported with ${prose(tested.join(', '))} alone, and ${code(domain.value)} is another service. Try it with a few users first.`,
      };
    }
  },
};
