import type { TypeId } from '../../catalog/catalog.generated.ts';
import { typeByTerm } from '../../catalog/types.ts';
import { classify, kindName, type PartnerKind } from '../../deployment/classify.ts';
import { partnersOneByOne } from '../../deployment/partners.ts';
import { isTenantAlone } from '../../deployment/tenant.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const federationTypeDiffers: Rule = {
  id: 'federation-type-differs',
  summary: say`A partner that the spec reaches otherwise than it says.`,
  severity: 'warning',
  facts: ['types'],
  misses: ['edge.configuration', 'domains.allowed', 'providers.hosting.*.proxyFqdn', 'providers.public'],

  *check(spec, { catalog, asOf }) {
    for (const { domain, partner } of partnersOneByOne(spec)) {
      const stated = partner?.federationType;
      if (stated === undefined) continue;
      const type = typeByTerm(catalog, stated.value);
      if (type === undefined) continue;
      const { kind, reason } = classify(spec, { catalog, asOf }, domain.value);
      const actual = TYPES[kind];
      // A tenant has no types: it finds whom it admits.
      if (actual !== undefined && isTenantAlone(spec)) continue;
      // To older servers a service that hosts partners was an IM provider too.
      if (actual === type.id || (actual === 'hosting-provider' && type.former?.term === 'im-provider')) continue;
      yield {
        at: stated.at,
        message: say`${code(domain.value)} is said to be ${code(stated.value)}, but comes out as ${kindName(kind)}. ${reason}`,
        fixes:
          actual === undefined
            ? []
            : [{ title: say`State ${code(actual)}`, safety: 'review', edits: [set(stated.path, actual)] }],
      };
    }
  },
};

/** The federation type behind a kind of partner; none for those that are not reached, or not over SIP. */
const TYPES: Readonly<Partial<Record<PartnerKind, TypeId>>> = {
  discovered: 'discovered',
  'allowed-domain': 'allowed-domain',
  'allowed-server': 'allowed-server',
  hosted: 'hosting-provider',
};
