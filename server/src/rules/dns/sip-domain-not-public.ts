import { isFederationOff } from '../../deployment/federation.ts';
import { isPrivateName } from '../../deployment/public-names.ts';
import { srvNeeds } from '../../deployment/srv-needs.ts';
import { commandOn } from '../../edits/object-command.ts';
import { runOnServer } from '../../edits/server-command.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const sipDomainNotPublic: Rule = {
  id: 'sip-domain-not-public',
  summary: say`A SIP domain that public DNS cannot hold, although others have to look it up.`,
  severity: 'error',
  facts: ['namespaces', 'records.federation-srv'],

  *check(spec, context) {
    if (isFederationOff(spec, context)) return;
    const needsOf = srvNeeds(spec, context);
    const domains = each(spec.domains?.sip);
    for (const domain of domains) {
      const { identity, isDefault } = domain;
      const [need] = needsOf(domain);
      if (identity === undefined || need === undefined || !isPrivateName(context.catalog, identity.value)) continue;
      const main = isDefault?.value === true || domains.length === 1;
      yield {
        at: identity.at,
        severity: main ? 'error' : 'warning',
        message: say`${code(identity.value)} exists in no public DNS, so nobody outside finds the Edge for it, and its users cannot federate. Give them addresses in a domain you have registered.`,
        related: [{ at: need.at, message: say`This needs a record in public DNS.` }],
        fixes: [
          {
            title: say`Enter the domain you have registered in place of ${code(identity.value)}`,
            safety: 'review',
            edits: [
              set(identity.path, placeholder('registered domain')),
              ...runOnServer(
                spec,
                context.catalog,
                commandOn('New', domain.path, { identity: placeholder('registered domain') }),
              ),
            ],
          },
        ],
      };
    }
  },
};
