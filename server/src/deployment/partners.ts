import type { Catalog } from '../catalog/catalog.generated.ts';
import { idsOf } from '../catalog/ids.ts';
import { each, type Leaf, type List, type Located, type Place, type Spec } from '../spec/model.ts';
import { type Names, namesAmong } from '../spec/names.ts';
import { oneByOne, question, said } from '../spec/observed.ts';
import type { AllowedDomain, Partner } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';
import { servicesOf } from './cloud-hosts.ts';
import type { Grounds } from './grounds.ts';
import { activeProviders } from './public-providers.ts';

/** A partner of the allow list or one to be discovered, under its name. */
export interface PartnerEntry extends Place {
  readonly domain: Leaf<string>;
  readonly partner?: Located<Partner>;
  /** Pins the partner's Access Edge; only on the allow list. */
  readonly proxyFqdn?: Leaf<string>;
}

/** The entries of the allow list that name a domain. */
export function allowedPartners({ domains }: Spec): readonly (Located<AllowedDomain> & PartnerEntry)[] {
  return each(domains?.allowed).filter(hasDomain);
}

/** The partners that are to be discovered; one that is allowed as well is left out, as the entry there decides. */
export function discoveredPartners(spec: Spec): readonly PartnerEntry[] {
  return notAllowed(spec, each(spec.domains?.discovered).filter(hasDomain));
}

/** The partners of both lists. */
export function allPartners(spec: Spec): readonly PartnerEntry[] {
  return [...allowedPartners(spec), ...discoveredPartners(spec)];
}

/** The partners of both lists, for who judges each by itself. */
export function partnersOneByOne(spec: Spec): readonly PartnerEntry[] {
  return [...allowedOneByOne(spec), ...notAllowed(spec, oneByOne(spec.domains?.discovered).filter(hasDomain))];
}

/** The partners of the allow list, for who judges each by itself. */
export function allowedOneByOne({ domains }: Spec): readonly (Located<AllowedDomain> & PartnerEntry)[] {
  return oneByOne(domains?.allowed).filter(hasDomain);
}

function notAllowed(spec: Spec, entries: readonly PartnerEntry[]): readonly PartnerEntry[] {
  if (entries.length === 0) return entries;
  const both = new Set(namesOnBothLists(spec).split(' '));
  return entries.filter(({ domain }) => !both.has(hostKey(domain.value)));
}

/** The domains that are allowed and to be discovered as well, in a row. */
const namesOnBothLists = question('namesOnBothLists', ({ domains }) => {
  const allowed = namesOf(domains?.allowed);
  return [...namesOf(domains?.discovered).keys].filter((name) => allowed.has(name)).join(' ');
});

/** Whether a domain is on the allow list. */
export const isOnAllowList = question('isOnAllowList', ({ domains }, key: string) =>
  namesOf(domains?.allowed).has(key),
);

/** The domains of a list, as names compare; for questions. */
export function namesOf(list: List<{ domain: string }> | undefined): Names {
  return namesAmong(said(list));
}

/** Whether the spec says that a lookup found no federation SRV record of the partner. */
export function hasNoRecord(partner: Located<Partner> | undefined): boolean {
  return partner?.srv?.value.toLowerCase() === 'none';
}

/** Whether a partner stands on the allow list. */
export function isAllowed({ path }: PartnerEntry): boolean {
  return path[1] === 'allowed';
}

function hasDomain<T extends { readonly domain?: Leaf<string> }>(entry: T): entry is T & { domain: Leaf<string> } {
  return entry.domain !== undefined;
}

/** What says that Microsoft 365 hosts a partner's users: the first such word of the spec. */
export function hostedBy(
  catalog: Catalog,
  { domain, partner }: Pick<PartnerEntry, 'partner'> & { readonly domain: { readonly value: string } },
): Leaf<unknown> | undefined {
  const { hosted, product, srv } = partner ?? {};
  if (hosted !== undefined) return hosted.value ? hosted : undefined;
  if (product !== undefined && !Object.hasOwn(catalog.products, product.value)) return product;
  return srv && servicesOf(catalog, srv.value, domain.value).length > 0 ? srv : undefined;
}

/** The names of all partners and providers of the spec that can be reached only while federation is on. */
export function reachedByFederation(spec: Spec, context: Grounds): readonly Leaf<string>[] {
  return [...partnerDomains(spec), ...providersReached(spec, context)];
}

function providersReached(spec: Spec, context: Grounds): readonly Leaf<string>[] {
  const hosting = each(spec.providers?.hosting).filter(({ enabled }) => enabled?.value === true);
  return [...activeProviders(spec, context), ...hosting].flatMap(({ identity }) => identity ?? []);
}

/** Whether the spec names a partner at all. */
export const hasPartners = question('hasPartners', ({ domains }) =>
  [domains?.allowed, domains?.discovered, domains?.xmpp].some((list) => namesOf(list).size > 0),
);

/** Whether there is somebody who can be reached only while federation is on. */
export function isSomebodyReached(spec: Spec, context: Grounds): boolean {
  return hasPartners(spec) || providersReached(spec, context).length > 0;
}

/** The domains of the partners the spec names: allowed, discovered and XMPP ones. */
export function partnerDomains({ domains }: Spec): readonly Leaf<string>[] {
  return [...each(domains?.allowed), ...each(domains?.discovered), ...each(domains?.xmpp)].flatMap(
    ({ domain }) => domain ?? [],
  );
}

/** Partner domains that stand for people; those of a cloud service, such as push notifications, are left out. */
export function partnersOfPeople(spec: Spec, catalog: Catalog): readonly Leaf<string>[] {
  const services = domainsOfServices(catalog);
  return partnerDomains(spec).filter(({ value }) => !services.has(hostKey(value)));
}

/** Whether there is a partner for people, and not only for a service. */
export const hasPartnersOfPeople = question('hasPartnersOfPeople', ({ domains }, catalog: Catalog) => {
  const services = domainsOfServices(catalog);
  return [domains?.allowed, domains?.discovered, domains?.xmpp].some((list) =>
    [...namesOf(list).keys].some((name) => !services.has(name)),
  );
});

/** The domains that cloud services want on the allow list, as names compare: nobody's address is in them. */
export function domainsOfServices(catalog: Catalog): ReadonlySet<string> {
  return new Set(idsOf(catalog.hosting).flatMap((id) => (catalog.hosting[id].allowedDomains ?? []).map(hostKey)));
}
