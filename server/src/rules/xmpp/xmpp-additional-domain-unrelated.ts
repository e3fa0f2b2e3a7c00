import { type ReadPartner, xmppPartners } from '../../deployment/xmpp.ts';
import { type Fix, run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { creation } from '../../edits/xmpp-partner.ts';
import { each, type Leaf } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { append, remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const xmppAdditionalDomainUnrelated: Rule = {
  id: 'xmpp-additional-domain-unrelated',
  summary: say`An additional domain of an XMPP partner that is no subdomain of it.`,
  severity: 'info',
  persona: 'pedantic',
  facts: [],
  values: true,

  *check(spec, context) {
    for (const partner of xmppPartners(spec, context)) {
      const { entry, domain } = partner;
      for (const leaf of each(entry.additionalDomains)) {
        const { at, value } = leaf;
        if (hostKey(value).endsWith(`.${hostKey(domain.value)}`)) continue;
        yield {
          at,
          message: say`${code(value)} is no subdomain of ${code(domain.value)}, and additional domains are meant for these. Enter it as a partner of its own.`,
          fixes: [separated(partner, leaf)],
        };
      }
    }
  },
};

/** A partner of its own with the settings that it had; a partner that is left without additional domains is made anew. */
function separated(partner: ReadPartner, { path, value }: Leaf<string>): Fix {
  const { entry, domain } = partner;
  const others = each(entry.additionalDomains).flatMap((other) => (other.value === value ? [] : [other.value]));
  const { partnerType, tlsNegotiation, saslNegotiation, supportDialbackNegotiation } = entry;
  const stated = Object.entries({ partnerType, tlsNegotiation, saslNegotiation, supportDialbackNegotiation });
  const settings = Object.fromEntries(stated.flatMap(([key, leaf]) => (leaf ? [[key, leaf.value]] : [])));
  return {
    title: say`Make ${code(value)} a partner of its own`,
    safety: 'review',
    edits: [
      remove(path),
      append(['domains', 'xmpp'], { domain: value, ...settings }),
      ...(others.length > 0
        ? [run(commandOn('Set', entry.path, { identity: domain.value, additionalDomains: others }))]
        : [run(commandOn('Remove', entry.path, { identity: domain.value })), run(creation(partner))]),
      run(creation(partner, value)),
    ],
  };
}
