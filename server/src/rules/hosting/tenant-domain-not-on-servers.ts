import { isHybrid } from '../../deployment/hosting-providers.ts';
import { partnerDomains } from '../../deployment/partners.ts';
import { isInitialDomain } from '../../deployment/tenant.ts';
import { run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { runOnServer } from '../../edits/server-command.ts';
import { each, type Leaf } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { append, remove } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const tenantDomainNotOnServers: Rule = {
  id: 'tenant-domain-not-on-servers',
  summary: say`A SIP domain of the tenant that the servers of a hybrid deployment do not have.`,
  severity: 'error',
  facts: ['sources.hybrid-connectivity'],

  *check(spec, { catalog, faults }) {
    const { tenant, domains } = spec;
    if (!isHybrid(spec, catalog) || domains?.sip === undefined || isUnreadable(faults, domains.sip.path)) return;
    const partners = new Map(partnerDomains(spec).map((domain) => [hostKey(domain.value), domain]));
    const known = new Set(each(domains.sip).map(({ identity }) => hostKey(identity?.value ?? '')));
    for (const { at, value, path } of each(tenant?.sipDomains)) {
      if (known.has(hostKey(value)) || isInitialDomain(catalog, value)) continue;
      known.add(hostKey(value));
      const partner = partners.get(hostKey(value));
      if (partner) {
        yield takenForOwn({ at, value, path }, partner);
        continue;
      }
      const command = commandOn('New', ['domains', 'sip'], { identity: value });
      yield {
        at,
        message: say`${code(value)} is a SIP domain of the tenant and not of the servers, through which all domains of a hybrid are reached. Add it to ${code('domains.sip')}, with its record and its name in the certificate.`,
        fixes: [
          {
            title: say`Add ${code(value)} to ${code('domains.sip')}`,
            safety: 'review',
            edits: [append(domains.sip.path, value), ...runOnServer(spec, catalog, command)],
          },
        ],
      };
    }
  },
};

/** A partner with servers of its own, such as another forest of the company, whose domain came into the tenant. */
function takenForOwn({ at, value, path }: Pick<Leaf<string>, 'at' | 'value' | 'path'>, partner: Leaf<string>): Finding {
  return {
    at,
    message: say`${code(value)} is a partner of the servers and a SIP domain of the tenant, which therefore looks for its users only in the tenant: users online do not reach them. Disable the domain in the tenant until those users move there.`,
    related: [{ at: partner.at, message: say`The servers federate with it.` }],
    fixes: [
      {
        title: say`Disable ${code(value)} in the tenant`,
        safety: 'review',
        edits: [remove(path), run({ cmdlet: 'Disable-CsOnlineSipDomain', parameters: { Domain: value } })],
      },
    ],
  };
}
