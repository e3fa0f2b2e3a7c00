import { xmppPartners } from '../../deployment/xmpp.ts';
import { resetting } from '../../edits/xmpp-partner.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const xmppSaslWithoutTls: Rule = {
  id: 'xmpp-sasl-without-tls',
  summary: say`SASL with an XMPP partner for which TLS is not required.`,
  severity: 'warning',
  facts: [],
  values: true,

  *check(spec, context) {
    for (const partner of xmppPartners(spec, context)) {
      const { entry, domain, settings } = partner;
      const { tlsNegotiation: tls, saslNegotiation: sasl, supportDialbackNegotiation: dialback } = settings;
      if (partner.service || sasl === 'NotSupported' || tls === 'Required') continue;
      // Without TLS and dialback there is nothing left, which is another rule's matter.
      if (tls === 'NotSupported' && !dialback) continue;
      const require = resetting(partner, say`Require TLS`, { tlsNegotiation: 'Required' });
      const drop = resetting(partner, say`Turn SASL off, and leave it to dialback`, {
        saslNegotiation: 'NotSupported',
      });
      yield {
        at: (entry.tlsNegotiation ?? domain).at,
        message:
          tls === 'NotSupported'
            ? say`SASL runs only over TLS, and TLS is off for ${code(domain.value)}, so dialback without encryption is all that can work. Require TLS, or turn SASL off.`
            : say`SASL runs only over TLS, and TLS is optional for ${code(domain.value)}: where the partner leaves it out, SASL fails. Require TLS.`,
        fixes: dialback ? [require, drop] : [require],
      };
    }
  },
};
