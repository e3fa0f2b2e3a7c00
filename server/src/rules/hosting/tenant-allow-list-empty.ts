import { isTenantOff } from '../../deployment/federation.ts';
import { allowedPartners, discoveredPartners } from '../../deployment/partners.ts';
import { hasOwnLists, isTenantAlone } from '../../deployment/tenant.ts';
import { run } from '../../edits/fix.ts';
import { openingTenant } from '../../edits/opened-tenant.ts';
import { keyRange } from '../../spec/model.ts';
import { code, codes, say } from '../../text/message.ts';
import { append } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const tenantAllowListEmpty: Rule = {
  id: 'tenant-allow-list-empty',
  summary: say`An allow list of the tenant without an entry, so that its users reach nobody.`,
  severity: 'warning',
  facts: ['sources.set-tenant-federation-configuration'],

  *check(spec, context) {
    const { tenant } = spec;
    const list = tenant?.allowedDomains;
    const isEmpty =
      list !== undefined && list.items.length === 0 && tenant?.unread?.includes('allowedDomains') !== true;
    if (!isEmpty || isTenantOff(spec, context) || hasOwnLists(spec)) return;
    const partners = [...(isTenantAlone(spec) ? allowedPartners(spec) : []), ...discoveredPartners(spec)];
    const names = partners.map(({ domain }) => domain.value);
    const [first] = partners;
    yield {
      at: keyRange(list),
      ...(first ? { severity: 'error' as const } : {}),
      message: say`${code('allowedDomains')} is empty, and a tenant with an allow list reaches only those on it, so its users reach nobody. Leave the list out to open the tenant, or enter the partners.`,
      related: first ? [{ at: first.domain.at, message: say`${code(first.domain.value)} cannot be reached.` }] : [],
      fixes: [
        openingTenant(list),
        ...(names.length === 0
          ? []
          : [
              {
                title: say`Enter ${codes(names)}`,
                safety: 'review' as const,
                edits: [
                  ...names.map((name) => append(list.path, name)),
                  run({ cmdlet: 'Set-CsTenantFederationConfiguration', parameters: { AllowedDomainsAsAList: names } }),
                ],
              },
            ]),
      ],
    };
  },
};
