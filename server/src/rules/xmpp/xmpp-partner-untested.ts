import { idsOf } from '../../catalog/ids.ts';
import { xmppPartners } from '../../deployment/xmpp.ts';
import { code, listed, prose, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const xmppPartnerUntested: Rule = {
  id: 'xmpp-partner-untested',
  summary: say`An XMPP partner that the server was never tested with.`,
  severity: 'info',
  persona: 'auditor',
  facts: ['xmpp'],

  *check(spec, context) {
    const tested = idsOf(context.catalog.xmpp).map((id) => prose(context.catalog.xmpp[id].name));
    for (const { entry, domain, service } of xmppPartners(spec, context)) {
      if (service || entry.tested?.value === true) continue;
      yield {
        at: domain.at,
        message: say`XMPP federation was tested and is supported only with ${listed(tested)}, and ${code(domain.value)} is another service. Try it with a few users first.`,
        fixes: [
          {
            title: say`Record that federation with ${code(domain.value)} was tried`,
            safety: 'review',
            edits: [set([...entry.path, 'tested'], true)],
          },
        ],
      };
    }
  },
};
