import { run } from '../../edits/fix.ts';
import { openingTenant } from '../../edits/opened-tenant.ts';
import { each, keyRange } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const tenantBlockListIgnored: Rule = {
  id: 'tenant-block-list-ignored',
  summary: say`A block list of the tenant that has no effect, because the tenant has an allow list.`,
  severity: 'warning',
  facts: ['sources.set-tenant-federation-configuration'],

  *check({ tenant, domains }) {
    const { allowedDomains: allowed, blockedDomains: blocked } = tenant ?? {};
    if (allowed === undefined || blocked === undefined || blocked.items.length === 0) return;
    // In a hybrid the lists of both sides are kept the same.
    const onServers = new Set(each(domains?.blocked).map(({ domain }) => hostKey(domain?.value ?? '')));
    if (each(blocked).every(({ value }) => onServers.has(hostKey(value)))) return;
    yield {
      at: keyRange(blocked),
      tag: 'unnecessary',
      message: say`${code('blockedDomains')} has no effect, because with ${code('allowedDomains')} the tenant reaches only those and everybody else is shut out. Remove one of the two lists.`,
      related: [{ at: keyRange(allowed), message: say`This list closes the tenant.` }],
      fixes: [
        {
          title: say`Remove the block list`,
          safety: 'review',
          edits: [
            remove(blocked.path),
            run({ cmdlet: 'Set-CsTenantFederationConfiguration', parameters: { BlockedDomains: null } }),
          ],
        },
        openingTenant(allowed, say`Open the tenant to all but the blocked domains`),
      ],
    };
  },
};
