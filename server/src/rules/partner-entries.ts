import type { Catalog } from '../catalog/catalog.generated.ts';
import { hostingByProxy } from '../catalog/hosting.ts';
import { each, type Leaf, type Located, type Place, type Spec } from '../spec/model.ts';
import type { AllowedDomain, Partner } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';
import { append, remove, type TreeEdit, type Value } from '../yaml/edit.ts';

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
export function discoveredPartners({ domains }: Spec): readonly PartnerEntry[] {
  const discovered = each(domains?.discovered).filter(hasDomain);
  if (discovered.length === 0) return [];
  const allowed = new Set(each(domains?.allowed).map(({ domain }) => hostKey(domain?.value ?? '')));
  return discovered.filter(({ domain }) => !allowed.has(hostKey(domain.value)));
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
export function hostedBy(catalog: Catalog, partner: Located<Partner> | undefined): Leaf<unknown> | undefined {
  const { hosted, product, srv } = partner ?? {};
  if (hosted !== undefined) return hosted.value ? hosted : undefined;
  if (product !== undefined && !Object.hasOwn(catalog.products, product.value)) return product;
  return srv && hostingByProxy(catalog, srv.value).length > 0 ? srv : undefined;
}

/** Puts partners that were to be discovered on the allow list, with what is known of them. */
export function moveToAllowed(partners: readonly PartnerEntry[]): readonly TreeEdit[] {
  return partners.flatMap((one) => moved(one, one.partner ? { domain: one.domain.value } : one.domain.value));
}

/** Puts a partner that was to be discovered on the allow list with a pinned server. */
export function moveToAllowedServer(one: PartnerEntry, proxyFqdn: string): readonly TreeEdit[] {
  return moved(one, { domain: one.domain.value, proxyFqdn });
}

function moved({ partner, path }: PartnerEntry, entry: string | Readonly<Record<string, Value>>): readonly TreeEdit[] {
  const value = typeof entry === 'string' || partner === undefined ? entry : { ...entry, partner: plain(partner) };
  return [append(['domains', 'allowed'], value), remove(path)];
}

function plain({
  product,
  hosted,
  srv,
  messagesPerSecond,
  contacts,
  confirmed,
}: Located<Partner>): Readonly<Record<string, Value>> {
  const leaves = { product, hosted, srv, messagesPerSecond, contacts, confirmed };
  return Object.fromEntries(Object.entries(leaves).flatMap(([key, leaf]) => (leaf ? [[key, leaf.value]] : [])));
}
