import { xmppPartners } from '../../deployment/xmpp.ts';
import { resetting } from '../../edits/xmpp-partner.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const xmppUnencrypted: Rule = {
  id: 'xmpp-unencrypted',
  summary: say`An XMPP partner with whom messages go unencrypted.`,
  severity: 'warning',
  facts: ['xmpp'],
  values: true,

  *check(spec, context) {
    for (const partner of xmppPartners(spec, context)) {
      const { entry, domain, settings } = partner;
      const { tlsNegotiation: tls, saslNegotiation: sasl, supportDialbackNegotiation: dialback } = settings;
      // A known service that has no TLS leaves no choice.
      if (partner.service || tls !== 'NotSupported' || sasl !== 'NotSupported' || !dialback) continue;
      yield {
        at: (entry.tlsNegotiation ?? domain).at,
        message: say`TLS is off for ${code(domain.value)}, so all messages cross the internet as clear text. Keep it so only for a partner that has no TLS.`,
        fixes: [resetting(partner, say`Use TLS where ${code(domain.value)} offers it`, { tlsNegotiation: 'Optional' })],
      };
    }
  },
};
