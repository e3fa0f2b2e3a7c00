import { xmppPartners } from '../../deployment/xmpp.ts';
import { resetting } from '../../edits/xmpp-partner.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const xmppPartnerUnverifiable: Rule = {
  id: 'xmpp-partner-unverifiable',
  summary: say`An XMPP partner with no way left to verify it.`,
  severity: 'error',
  facts: [],
  values: true,

  *check(spec, context) {
    for (const partner of xmppPartners(spec, context)) {
      const { entry, domain, settings } = partner;
      const { tlsNegotiation: tls, saslNegotiation: sasl, supportDialbackNegotiation: dialback } = settings;
      if (partner.service || dialback || (sasl !== 'NotSupported' && tls !== 'NotSupported')) continue;
      const message =
        sasl === 'NotSupported'
          ? say`Without SASL and without dialback nothing verifies ${code(domain.value)}, so no connection is made. Require TLS and SASL, or turn dialback on.`
          : say`SASL runs only over TLS, so with TLS and dialback off nothing verifies ${code(domain.value)}, and no connection is made. Require TLS and SASL, or turn dialback on.`;
      yield {
        at: (entry.supportDialbackNegotiation ?? domain).at,
        message,
        fixes: [
          resetting(partner, say`Require TLS and SASL`, { tlsNegotiation: 'Required', saslNegotiation: 'Required' }),
          resetting(partner, say`Verify ${code(domain.value)} by dialback`, {
            supportDialbackNegotiation: true,
            ...(sasl === 'NotSupported' ? {} : { saslNegotiation: 'NotSupported' }),
          }),
        ],
      };
    }
  },
};
