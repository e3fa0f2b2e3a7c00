import { each } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';
import { xmppPartners } from '../xmpp-partners.ts';

export const xmppAdditionalDomainUnrelated: Rule = {
  id: 'xmpp-additional-domain-unrelated',
  summary: say`An additional domain of an XMPP partner that is no subdomain of it.`,
  severity: 'info',
  persona: 'pedantic',
  facts: [],

  *check(spec, context) {
    for (const { entry, domain } of xmppPartners(spec, context)) {
      for (const { at, value } of each(entry.additionalDomains)) {
        if (hostKey(value).endsWith(`.${hostKey(domain.value)}`)) continue;
        yield {
          at,
          message: say`${code(value)} is no subdomain of ${code(domain.value)}, and additional domains are meant for these. Enter it as a partner of its own.`,
        };
      }
    }
  },
};
