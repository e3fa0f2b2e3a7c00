import { nouns } from '../../catalog/nouns.ts';
import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { fieldOf, isList, nounSections, objectsOf } from '../../spec/noun-sections.ts';

/** Names of one kind of object in a spec, before anybody asks which of them are the same. */
export interface SpecNames {
  /** The kind of object: what its cmdlets call it, or one of those that no cmdlet makes. */
  readonly noun: string;
  /** Whether they stand in entries of their own, or in places that use them. */
  readonly role: 'entry' | 'spec';
  leaves(): Leaves;
  /** Whether one of the leaves is a name of that kind at all. */
  accepts(leaf: Leaf<string>): boolean;
}

type Leaves = readonly (Leaf<string> | undefined)[];

/** Certificates have names within a spec alone: those by which its pools refer to them. */
export const CERTIFICATE = 'certificate';
/** A machine or the service on it, by its full DNS name. */
export const HOST = 'host';
/** A partner that was found through its records. No cmdlet makes one. */
const DISCOVERED = 'discovered';

/** What a domain can be to a deployment: one of its own, or a partner in one way or another. */
export const DOMAIN_NOUNS: ReadonlySet<string> = new Set([
  nouns.sipDomain,
  nouns.allowedDomain,
  nouns.blockedDomain,
  nouns.xmppPartner,
  DISCOVERED,
]);

/** The names of objects in a spec. In names of SRV records the domain is the name: see `serviceOf`. */
export function namesIn(spec: Spec): readonly SpecNames[] {
  const { domains, tenant, provisioning, dns, edge, certificates } = spec;
  return [
    ...declared(spec),
    entries(DISCOVERED, () => each(domains?.discovered).map(({ domain }) => domain)),
    uses(nouns.sipDomain, () => each(provisioning?.sipDomains)),
    uses(nouns.sipDomain, () => each(tenant?.sipDomains)),
    {
      ...uses(nouns.sipDomain, () => each(dns?.srv).map(({ name }) => name)),
      accepts: (leaf) => serviceOf(leaf) !== undefined,
    },
    uses(nouns.allowedDomain, () => each(tenant?.allowedDomains)),
    uses(nouns.blockedDomain, () => each(tenant?.blockedDomains)),
    uses(nouns.publicProvider, () => each(provisioning?.providers)),
    entries(CERTIFICATE, () => each(certificates).map(({ name }) => name)),
    uses(CERTIFICATE, () => each(edge?.pools).map(({ certificate }) => certificate)),
    { ...entries(HOST, () => hostsOfPools(spec)), accepts: isHost },
    { ...uses(HOST, () => usedHosts(spec)), accepts: isHost },
  ];
}

/** How long the service before the domain is in the name of an SRV record, `_sipfederationtls._tcp.`; nothing in another text. */
export function serviceOf({ value, verbatimAt, path }: Leaf<string>): number | undefined {
  if (verbatimAt === undefined || path[1] !== 'srv' || path[0] !== 'dns' || path[3] !== 'name') return undefined;
  return SERVICE.exec(value)?.[0].length;
}

const SERVICE = /^_[a-z0-9-]+\._(?:tcp|udp|tls)\.(?=\S+$)/i;

function entries(noun: string, leaves: () => Leaves): SpecNames {
  return { noun, role: 'entry', leaves, accepts: isAny };
}

function uses(noun: string, leaves: () => Leaves): SpecNames {
  return { noun, role: 'spec', leaves, accepts: isAny };
}

function isAny(): boolean {
  return true;
}

/** The objects that cmdlets make. */
function declared(spec: Spec): readonly SpecNames[] {
  return nounSections.flatMap((section) => {
    const found = objectsOf(spec, section);
    if (found === undefined || !isList(found.section)) return [];
    return entries(section.noun, () =>
      found.objects().map((object) => {
        const leaf = fieldOf(object, 'identity') ?? fieldOf(object, 'domain');
        return leaf !== undefined && isText(leaf) ? leaf : undefined;
      }),
    );
  });
}

function hostsOfPools({ edge }: Spec): Leaves {
  return each(edge?.pools).flatMap(({ fqdn, accessEdgeFqdn, computers }) => [fqdn, accessEdgeFqdn, ...each(computers)]);
}

function usedHosts({ edge, dns, certificates, provisioning, domains, providers }: Spec): Leaves {
  const proxies = [each(domains?.allowed), each(domains?.xmpp), each(providers?.public), each(providers?.hosting)];
  const partners = [each(domains?.allowed), each(domains?.discovered)];
  return [
    edge?.configuration?.defaultRouteFqdn,
    ...each(dns?.srv).map(({ target }) => target),
    ...each(dns?.hosts).map(({ name }) => name),
    ...each(certificates).flatMap(({ subject, subjectAlternativeNames }) => [
      subject,
      ...each(subjectAlternativeNames),
    ]),
    ...each(provisioning?.accessEdgeFqdns),
    ...proxies.flatMap((list) => list.map(({ proxyFqdn }) => proxyFqdn)),
    ...partners.flatMap((list) => list.map(({ partner }) => partner?.srv)),
  ];
}

/** A name without a dot may mean another machine elsewhere, `none` no machine at all, and a wildcard many. */
function isHost(leaf: Leaf<string>): boolean {
  return /^[^\s*]+\.[^\s*.]+\.?$/.test(leaf.value);
}

function isText(place: object): place is Leaf<string> {
  return 'value' in place && typeof place.value === 'string';
}
