import { xmppPartners } from '../../deployment/xmpp.ts';
import { resetting } from '../../edits/xmpp-partner.ts';
import { code, codes, prose, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const xmppServiceSettings: Rule = {
  id: 'xmpp-service-settings',
  summary: say`A public XMPP service with other settings than it needs.`,
  severity: 'warning',
  facts: ['xmpp'],
  values: true,

  *check(spec, context) {
    for (const partner of xmppPartners(spec, context)) {
      const { entry, domain, settings, service } = partner;
      if (service === undefined || context.asOf > service.lastDay) continue;
      const wrong = DECIDING.filter((key) => settings[key] !== service.settings[key]);
      const [first] = wrong;
      if (first === undefined) continue;
      const stated = wrong.find((key) => entry[key] !== undefined);
      const wanted = wrong.map((key) => `${key}: ${service.settings[key]}`);
      yield {
        at: (stated && entry[stated] ? entry[stated] : domain).at,
        message: say`${prose(service.name)} works only with certain settings, and ${code(domain.value)} differs in ${codes(wrong)}. Set ${codes(wanted)}.`,
        fixes: [resetting(partner, say`Give ${code(domain.value)} the settings of the service`, service.settings)],
      };
    }
  },
};

/** Settings on which it depends whether the service is reached, and how far its users are trusted. */
const DECIDING = ['tlsNegotiation', 'saslNegotiation', 'supportDialbackNegotiation', 'partnerType'] as const;
