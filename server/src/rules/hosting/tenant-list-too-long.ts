import { keyRange } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const tenantListTooLong: Rule = {
  id: 'tenant-list-too-long',
  summary: say`A list of the tenant with more domains than it holds.`,
  severity: 'error',
  facts: ['limits.tenant-list-length'],

  *check({ tenant }, { catalog }) {
    const { value: most } = catalog.limits['tenant-list-length'];
    for (const key of ['allowedDomains', 'blockedDomains', 'allowedTrialTenantDomains'] as const) {
      const list = tenant?.[key];
      if (list === undefined || list.items.length <= most) continue;
      yield {
        at: keyRange(list),
        message: say`${code(key)} has ${list.items.length} domains, and a tenant takes no more than ${most} in a list, so the command that sets it fails. Shorten it.`,
      };
    }
  },
};
