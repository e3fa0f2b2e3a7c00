import { isTenantOff } from '../../deployment/federation.ts';
import { hasOwnLists, isTenantAlone } from '../../deployment/tenant.ts';
import { openingTenant } from '../../edits/opened-tenant.ts';
import { keyRange } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const tenantClosedByOneDomain: Rule = {
  id: 'tenant-closed-by-one-domain',
  summary: say`A single allowed domain, which closes the tenant to all others.`,
  severity: 'info',
  facts: ['sources.set-tenant-federation-configuration'],

  *check(spec, context) {
    const list = spec.tenant?.allowedDomains;
    const [only, ...more] = list?.items ?? [];
    const isMeant = spec.edge?.configuration?.enablePartnerDiscovery?.value === false || !isTenantAlone(spec);
    if (list === undefined || only === undefined || more.length > 0 || isMeant) return;
    if (isTenantOff(spec, context) || spec.tenant?.unread || hasOwnLists(spec)) return;
    yield {
      at: keyRange(list),
      message: say`${code(only.value)} is the only allowed domain, and to allow one shuts out all others. Leave the list out, unless nobody else is to be reached.`,
      fixes: [openingTenant(list)],
    };
  },
};
