import { each } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { append } from '../../yaml/edit.ts';
import { hybridProvider } from '../hosting-providers.ts';
import type { Rule } from '../rule.ts';
import { runOnServer } from '../server-command.ts';
import { isUnreadable } from '../unreadable.ts';

export const tenantDomainNotOnServers: Rule = {
  id: 'tenant-domain-not-on-servers',
  summary: say`A SIP domain of the tenant that the servers of a hybrid deployment do not have.`,
  severity: 'error',
  facts: ['sources.hybrid-connectivity'],

  *check(spec, { catalog, faults }) {
    const { tenant, domains } = spec;
    const shared = tenant?.sharedSipAddressSpace?.value ?? hybridProvider(spec, catalog) !== undefined;
    if (!shared || domains?.sip === undefined || isUnreadable(faults, domains.sip.path)) return;
    const known = new Set(each(domains.sip).map(({ identity }) => hostKey(identity?.value ?? '')));
    for (const { at, value } of each(tenant?.sipDomains)) {
      if (known.has(hostKey(value))) continue;
      known.add(hostKey(value));
      const command = { cmdlet: 'New-CsSipDomain', parameters: { Identity: value } };
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
