import type { Catalog, HostingId } from '../catalog/catalog.generated.ts';
import { cloudByHost, clouds, worldwide } from '../catalog/hosting.ts';
import { idsOf } from '../catalog/ids.ts';
import { each, type Leaf, type Spec } from '../spec/model.ts';
import { hostKey } from '../text/host.ts';

/** Whether the spec is of a tenant alone: nothing in it speaks of servers, and so Microsoft 365 does all that servers would. */
export function isTenantAlone({ tenant, server, edge, providers, domains }: Spec): boolean {
  if (tenant === undefined || server !== undefined || edge !== undefined || providers !== undefined) return false;
  if (tenant.sharedSipAddressSpace?.value === true) return false;
  return !each(domains?.sip).some(({ usersOnServers }) => (usersOnServers?.value ?? 0) > 0);
}

/** The domains in which users of a tenant that stands alone have addresses, each once and where it is first named. */
export function ownDomains(spec: Spec, catalog: Catalog): readonly Leaf<string>[] {
  const empty = new Set<string>();
  const sip = each(spec.domains?.sip).flatMap(({ identity, users }) => {
    if (identity && users?.value === 0) empty.add(hostKey(identity.value));
    return identity ?? [];
  });
  const known = new Set<string>();
  return [...sip, ...each(spec.tenant?.sipDomains)].filter(({ value }) => {
    const key = hostKey(value);
    if (known.has(key) || empty.has(key) || isInitialDomain(catalog, value)) return false;
    known.add(key);
    return true;
  });
}

/** Whether a domain is one that every tenant comes with: it is in a zone of Microsoft, so no record is missing there. */
export function isInitialDomain(catalog: Catalog, domain: string): boolean {
  return idsOf(catalog.hosting).some((id) => isInitialIn(catalog, id, domain));
}

/** Whether a domain is one that the tenants of a service come with. */
function isInitialIn(catalog: Catalog, id: HostingId, domain: string): boolean {
  const key = hostKey(domain);
  return (catalog.hosting[id].initialDomains ?? []).some((zone) => key === zone || key.endsWith(`.${zone}`));
}

/** The clouds that the tenant may be in: those that the domain tells of that it came with, else all. */
export function cloudsOfTenant({ tenant, domains }: Spec, catalog: Catalog): readonly HostingId[] {
  const named = [...each(tenant?.sipDomains), ...each(domains?.sip).flatMap(({ identity }) => identity ?? [])];
  const all = clouds(catalog);
  const told = all.filter((id) => named.some(({ value }) => isInitialIn(catalog, id, value)));
  return told.length > 0 ? told : all;
}

/** The cloud of the tenant, as far as its domains and their records tell. */
export function cloudByDomains(spec: Spec, catalog: Catalog): HostingId {
  const possible = cloudsOfTenant(spec, catalog);
  const led = each(spec.dns?.srv).map(({ target }) => cloudByHost(catalog, target?.value ?? ''));
  return led.find((id) => id !== undefined && possible.includes(id)) ?? possible[0] ?? worldwide(catalog);
}

/** What a tenant says to a partner. */
export type Admission = 'admitted' | 'off' | 'nobody' | 'unlisted' | 'blocked' | 'trial';

interface Asked {
  readonly domain: string;
  /** The partner's tenant has trial licences alone, on a day on which that counts. */
  readonly isTrial: boolean;
}

/** Whether trial tenants are kept out on a day unless the tenant says otherwise. */
export function areTrialsBlocked(catalog: Catalog, asOf: string): boolean {
  return asOf >= catalog.milestones['trial-tenants-blocked'].date;
}

/** What a tenant says, with what says so. */
export interface Answer {
  readonly is: Admission;
  readonly by?: Leaf<unknown>;
}

/** What keeps the users of a tenant from reaching a partner domain, that which weighs most first; nothing where it is admitted. */
export function obstacles(spec: Spec, { domain, isTrial }: Asked): readonly Answer[] {
  const { tenant } = spec;
  const { allowFederatedUsers, allowedDomains, blockedDomains } = tenant ?? {};
  const key = hostKey(domain);
  const isIn = (list: typeof blockedDomains) => each(list).find(({ value }) => hostKey(value) === key);
  const found: Answer[] = [];
  if (allowFederatedUsers?.value === false) found.push({ is: 'off', by: allowFederatedUsers });
  const isEmpty = allowedDomains?.items.length === 0;
  if (isEmpty) found.push({ is: 'nobody' });
  else if (allowedDomains && !isIn(allowedDomains)) found.push({ is: 'unlisted' });
  // An allow list puts the block list out of force, but an empty one has to go.
  const block = allowedDomains && !isEmpty ? undefined : (isIn(blockedDomains) ?? blockedAbove(spec, key));
  if (block) found.push({ is: 'blocked', by: block });
  if (isTrial && isTrialBlocked(spec, key)) found.push({ is: 'trial' });
  return found;
}

/** Whether the users of a tenant reach a partner domain, and what weighs most where they do not; where it is admitted, its own side decides. */
export function admission(spec: Spec, asked: Asked): Answer {
  return obstacles(spec, asked)[0] ?? { is: 'admitted' };
}

/** The blocked domain above one, where the tenant blocks what lies below as well. */
function blockedAbove({ tenant }: Spec, key: string): Leaf<string> | undefined {
  if (tenant?.blockAllSubdomains?.value !== true) return undefined;
  return each(tenant.blockedDomains).find(({ value }) => key.endsWith(`.${hostKey(value)}`));
}

function isTrialBlocked({ tenant }: Spec, key: string): boolean {
  if (tenant?.externalAccessWithTrialTenants?.value === 'Allowed') return false;
  return !each(tenant?.allowedTrialTenantDomains).some(({ value }) => hostKey(value) === key);
}

/** Whether a policy of the spec lets its users reach domains of its own choice, whatever the lists of the tenant. */
export function hasOwnLists({ policies }: Spec): boolean {
  return each(policies?.externalAccess).some(({ communicationWithExternalOrgs: own }) =>
    ['AllowAllExternalDomains', 'AllowSpecificExternalDomains', 'BlockSpecificExternalDomains'].includes(
      own?.value ?? '',
    ),
  );
}
