import type { Catalog } from '../catalog/catalog.generated.ts';
import { cloudByHost, isExemptSrvTarget } from '../catalog/hosting.ts';
import { each, type Leaf, type Located, type Place, type Spec } from '../spec/model.ts';
import type { SrvRecord } from '../spec/spec.generated.ts';
import { hostKey, parentOf } from '../text/host.ts';
import { accessEdgeNames } from './edge.ts';
import { accessEdgeNamesIn, isWildcard } from './edge-certificates.ts';
import { readSrvName } from './srv-names.ts';
import { cloudByDomains, cloudsOfTenant, isTenantAlone } from './tenant.ts';

/** A federation SRV record of the spec. */
export interface FederationSrv extends Place {
  /** The SIP domain it is for, as names compare. */
  readonly domain: string;
  readonly name: Leaf<string>;
  readonly target: Leaf<string> | undefined;
  readonly priority: Leaf<number> | undefined;
}

/** What the federation SRV record of a SIP domain is called: `_sipfederationtls._tcp.contoso.com`. */
export function federationSrvName(catalog: Catalog, sipDomain: string): string {
  const { service, protocol } = catalog.records['federation-srv'];
  return `${service}.${protocol}.${hostKey(sipDomain)}`;
}

/**
 * The federation SRV records in one zone of the spec, also those with a mangled name, which has a rule of its own.
 * Where the spec lists its SIP domains, records of others are left out: nobody has an address there to be looked up.
 */
export function federationSrvs(
  spec: Spec,
  catalog: Catalog,
  view: 'public' | 'internal' = 'public',
): readonly FederationSrv[] {
  const own =
    spec.domains?.sip &&
    new Set([
      ...each(spec.domains.sip).map(({ identity }) => hostKey(identity?.value ?? '')),
      ...(isTenantAlone(spec) ? each(spec.tenant?.sipDomains).map(({ value }) => hostKey(value)) : []),
    ]);
  return each(spec.dns?.srv).flatMap((record: Located<SrvRecord>) => {
    const { at, keyAt, path, name, target, priority } = record;
    if (name === undefined || (record.view?.value ?? 'public') !== view) return [];
    const read = readSrvName(catalog, name.value);
    if (read?.record !== catalog.records['federation-srv'] || own?.has(read.domain) === false) return [];
    return [{ at, keyAt, path, name, target, priority, domain: read.domain }];
  });
}

/** The public federation SRV records that lead partners to an Edge of the spec: their targets can be judged further. */
export function ownFederationSrvs(
  spec: Spec,
  catalog: Catalog,
): readonly (FederationSrv & { readonly target: Leaf<string> })[] {
  return federationSrvs(spec, catalog).flatMap((record) =>
    record.target && parentOf(record.target.value) === record.domain ? [{ ...record, target: record.target }] : [],
  );
}

/** Whether partners who follow a record of the domain to this target find somebody there: its cloud where the tenant stands alone. */
export function isRightTarget(spec: Spec, catalog: Catalog, target: string, domain: string): boolean {
  if (!isTenantAlone(spec)) return isAcceptedTarget(catalog, target, domain);
  const cloud = isExemptSrvTarget(catalog, target) ? cloudByHost(catalog, target) : undefined;
  return cloud !== undefined && cloudsOfTenant(spec, catalog).includes(cloud);
}

/** Whether partners follow a federation SRV record of the domain to this target. */
export function isAcceptedTarget(catalog: Catalog, target: string, domain: string): boolean {
  return parentOf(target) === domain || isExemptSrvTarget(catalog, target);
}

/**
 * The host to which the record of a SIP domain best points: the Access Edge where it stands directly under the domain, else a host
 * there that its certificate names; and its cloud for a tenant that stands alone.
 */
export function bestTarget(spec: Spec, catalog: Catalog, sipDomain: string): string {
  if (isTenantAlone(spec)) return catalog.hosting[cloudByDomains(spec, catalog)].proxyFqdns[0];
  const domain = hostKey(sipDomain);
  const usual = `${catalog.records['federation-srv'].targetLabel}.${domain}`;
  const edge = accessEdgeNames(spec).find((host) => parentOf(host) === domain);
  if (edge !== undefined) return edge;
  const named = accessEdgeNamesIn(spec, catalog).filter((host) => !isWildcard(host) && parentOf(host) === domain);
  return named.includes(usual) ? usual : (named[0] ?? usual);
}
