import { type ReadPartner, xmppPartners } from '../../deployment/xmpp.ts';
import { type Fix, run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const xmppDomainAmbiguous: Rule = {
  id: 'xmpp-domain-ambiguous',
  summary: say`A domain of an XMPP partner that another partner has as well.`,
  severity: 'warning',
  facts: [],

  *check(spec, context) {
    const partners = xmppPartners(spec, context);
    if (partners.length === 0) return;
    const sip = sipPartners(spec);
    const taken = new Map([...partners.map(({ domain }) => [hostKey(domain.value), domain] as const), ...sip]);
    for (const partner of partners) {
      const other = sip.get(hostKey(partner.domain.value));
      if (other) yield overSip(partner, other);
      yield* additional(partner, taken);
    }
  },
};

type Taken = ReadonlyMap<string, Leaf<string>>;

/** Partners over SIP, by domain. */
function sipPartners({ domains }: Spec): Taken {
  const named = [...each(domains?.allowed), ...each(domains?.discovered)].flatMap(({ domain }) => domain ?? []);
  return new Map(named.map((domain) => [hostKey(domain.value), domain]));
}

function overSip({ domain, entry }: ReadPartner, sip: Leaf<string>): Finding {
  return {
    at: domain.at,
    message: say`${code(domain.value)} is a partner over SIP as well, and a message takes one way only. Keep the one that the partner's server speaks.`,
    related: [{ at: sip.at, message: say`${code(sip.value)} is a SIP partner here.` }],
    fixes: [
      {
        title: say`Remove the XMPP partner ${code(domain.value)}`,
        safety: 'review',
        edits: [run(commandOn('Remove', entry.path, { identity: domain.value })), remove(entry.path)],
      },
    ],
  };
}

/** The additional domains of a partner that are partners themselves; one fix takes them all out. */
function* additional({ domain, entry }: ReadPartner, taken: Taken): Iterable<Finding> {
  const names = each(entry.additionalDomains);
  const twice = names.filter(({ value }) => taken.has(hostKey(value)));
  const rest = names.flatMap(({ value }) => (taken.has(hostKey(value)) ? [] : [value]));
  const command = commandOn('Set', entry.path, { identity: domain.value, additionalDomains: rest });
  const fix: Fix = {
    title: say`Keep only additional domains that stand nowhere else`,
    safety: 'review',
    edits: [
      ...twice.map(({ path }) => remove(path)),
      // The shell takes no empty list.
      ...(rest.length > 0 ? [run(command)] : []),
    ],
  };
  for (const { at, value } of twice) {
    const other = taken.get(hostKey(value));
    yield {
      at,
      message: say`${code(value)} is an additional domain of ${code(domain.value)} and a partner of its own, so it has two sets of settings. Keep it in one place.`,
      related: other ? [{ at: other.at, message: say`${code(other.value)} is a partner of its own here.` }] : [],
      fixes: [fix],
    };
  }
}
