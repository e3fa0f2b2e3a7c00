import { xmppPartners } from '../../deployment/xmpp.ts';
import { resetting } from '../../edits/xmpp-partner.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const xmppDialbackIdle: Rule = {
  id: 'xmpp-dialback-idle',
  summary: say`Dialback with an XMPP partner that TLS and SASL verify already.`,
  severity: 'info',
  persona: 'pedantic',
  facts: [],
  values: true,

  *check(spec, context) {
    for (const partner of xmppPartners(spec, context)) {
      const { entry, domain, settings } = partner;
      const { tlsNegotiation: tls, saslNegotiation: sasl, supportDialbackNegotiation: dialback } = settings;
      if (partner.service || tls !== 'Required' || sasl !== 'Required' || !dialback) continue;
      const stated = entry.supportDialbackNegotiation;
      yield {
        at: (stated ?? domain).at,
        message: stated
          ? say`Dialback is never used with ${code(domain.value)}, because TLS and SASL are both required. Turn it off, so that the settings say what happens.`
          : say`A new partner has dialback on, which is never used with ${code(domain.value)}, because TLS and SASL are both required. Turn it off, so that the settings say what happens.`,
        fixes: [resetting(partner, say`Turn dialback off`, { supportDialbackNegotiation: false })],
      };
    }
  },
};
