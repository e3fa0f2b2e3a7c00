import type { Catalog } from '../../catalog/catalog.generated.ts';
import { type PartnerEntry, partnersOneByOne } from '../../deployment/partners.ts';
import { type Admission, areTrialsBlocked, hasOwnLists, isTenantAlone, obstacles } from '../../deployment/tenant.ts';
import { type Fix, run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import type { Leaf, Spec } from '../../spec/model.ts';
import { sameHost } from '../../text/host.ts';
import { code, type Message, prose, say } from '../../text/message.ts';
import { append, remove, set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const tenantRefusesPartner: Rule = {
  id: 'tenant-refuses-partner',
  summary: say`A partner whom the lists or the switches of the tenant keep out.`,
  severity: 'error',
  facts: ['milestones.trial-tenants-blocked', 'sources.set-tenant-federation-configuration'],
  misses: ['tenant.allowedTrialTenantDomains', 'tenant.externalAccessWithTrialTenants'],

  *check(spec, { catalog, asOf }) {
    if (spec.tenant === undefined || spec.tenant.unread !== undefined || hasOwnLists(spec)) return;
    const alone = isTenantAlone(spec);
    const trials = areTrialsBlocked(catalog, asOf);
    for (const partner of partnersOneByOne(spec)) {
      const isTrial = trials && partner.partner?.trialOnly?.value === true;
      for (const { is, by } of obstacles(spec, { domain: partner.domain.value, isTrial })) {
        const { value } = partner.domain;
        const above = is === 'blocked' && by && !sameHost(String(by.value), value) ? String(by.value) : undefined;
        const message = alone
          ? refusal(is, value, catalog)
          : refusalBesideServers(is, { domain: value, above, catalog });
        if (message === undefined) continue;
        yield {
          at: partner.domain.at,
          about: is,
          message,
          related: by ? [{ at: by.at, message: say`This keeps it out.` }] : [],
          fixes: [
            ...(alone || above === undefined ? admitting(is, { partner, by }) : []),
            ...(above === undefined ? [] : [blockingByName(spec)]),
          ],
        };
      }
    }
  },
};

/** Why a partner is not reached; nothing where it is, or where a rule says so of the tenant as a whole. */
function refusal(is: Admission, domain: string, { milestones }: Catalog): Message | undefined {
  switch (is) {
    case 'unlisted':
      return say`${code(domain)} is not in ${code('allowedDomains')} of the tenant, and one domain on that list closes all others, so nobody can talk to it. Add it, or open the tenant.`;
    case 'blocked':
      return say`${code(domain)} is a partner, and the tenant blocks it, so nobody can talk to it. Remove it from one of the two lists.`;
    case 'trial':
      return say`${code(domain)} is a trial tenant, and since ${milestones['trial-tenants-blocked'].date} a tenant that says nothing else keeps such out. Add it to ${code('allowedTrialTenantDomains')}.`;
    default:
      return undefined;
  }
}

interface BesideServers {
  readonly domain: string;
  /** The blocked domain above the partner that keeps it out. */
  readonly above: string | undefined;
  readonly catalog: Catalog;
}

/** The lists of both sides are compared elsewhere, so this is about what only the tenant has. */
function refusalBesideServers(is: Admission, { domain, above, catalog }: BesideServers): Message | undefined {
  if (is === 'trial') return refusal(is, domain, catalog);
  if (above === undefined) return undefined;
  return say`${code(domain)} is a partner, and ${code('blockAllSubdomains')} of the tenant blocks all below ${code(above)}, for which the servers have no setting, so users in ${prose(catalog.hosting['lync-online'].name)} do not reach it. Turn the setting off, or give the partner up.`;
}

function blockingByName({ tenant }: Spec): Fix {
  const path = [...(tenant?.path ?? []), 'blockAllSubdomains'];
  return {
    title: say`Set ${code('blockAllSubdomains')} to ${code(false)}`,
    safety: 'review',
    edits: [set(path, false), run(commandOn('Set', path, { blockAllSubdomains: false }))],
  };
}

interface Refused {
  readonly partner: PartnerEntry;
  readonly by: Leaf<unknown> | undefined;
}

function admitting(is: Admission, { partner, by }: Refused): readonly Fix[] {
  const { value } = partner.domain;
  const cmdlet = 'Set-CsTenantFederationConfiguration';
  if (is === 'blocked') {
    const items = [String(by?.value)];
    return [
      {
        title: say`Remove ${code(String(by?.value))} from the block list of the tenant`,
        safety: 'review',
        edits: [
          ...(by ? [remove(by.path)] : []),
          run({ cmdlet, parameters: { BlockedDomains: { change: 'Remove', items } } }),
        ],
      },
    ];
  }
  const [key, parameter] =
    is === 'trial'
      ? ['allowedTrialTenantDomains', 'AllowedTrialTenantDomains']
      : ['allowedDomains', 'AllowedDomainsAsAList'];
  return [
    {
      title: say`Add ${code(value)} to ${code(key)}`,
      safety: 'review',
      edits: [
        append(['tenant', key], value),
        run({ cmdlet, parameters: { [parameter]: { change: 'Add', items: [value] } } }),
      ],
    },
  ];
}
