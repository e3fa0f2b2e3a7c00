import type { Catalog, HostingId } from '../catalog/catalog.generated.ts';
import { cloudByHost } from '../catalog/hosting.ts';
import { each, type Leaf, type Located, type Spec } from '../spec/model.ts';
import type { AliasRecord, SipDomain, SrvRecord } from '../spec/spec.generated.ts';
import { hostKey, parentOf, sameHost } from '../text/host.ts';
import { misprintedSrv } from './cloud-hosts.ts';
import { cloudAt, hasUsersOnServers, hybridProvider, isHybrid } from './hosting-providers.ts';
import { readSrvName } from './srv-names.ts';

/** A public record of a SIP domain with users that leads to a cloud. */
export interface CloudRecord extends Pick<Located<SrvRecord | AliasRecord>, 'path'> {
  readonly owner: Located<SipDomain>;
  readonly domain: string;
  readonly name: string;
  readonly target: Leaf<string>;
  /** Where it leads. */
  readonly cloud: HostingId;
  /** For federation; else clients sign in by it. */
  readonly isForPartners: boolean;
  /** A name of the domain that stands for another one, and whether clients look for the web services under it. */
  readonly alias?: { readonly isForWebServices: boolean };
}

/** The public records of SIP domains with users that lead to a cloud: federation and client sign-in. */
export function recordsInCloud(spec: Spec, catalog: Catalog): readonly CloudRecord[] {
  const owners = new Map(
    each(spec.domains?.sip).flatMap((owner) =>
      owner.identity && owner.users?.value !== 0 ? [[hostKey(owner.identity.value), owner] as const] : [],
    ),
  );
  const services = each(spec.dns?.srv).flatMap(({ path, name, target, view }): readonly CloudRecord[] => {
    const read = name && readSrvName(catalog, name.value);
    const owner = read && owners.get(read.domain);
    if (!name || !owner || !target || view?.value === 'internal') return [];
    const isForPartners = read.record.service === catalog.records['federation-srv'].service;
    // A host for clients, where partners are to be led, is a wrong target wherever it is.
    const host = misprintedSrv(catalog, target.value, read.domain) ?? target.value;
    const cloud = isForPartners ? cloudAt(catalog, host) : cloudByHost(catalog, host);
    if (cloud === undefined) return [];
    return [{ path, owner, domain: read.domain, name: name.value, target, cloud, isForPartners }];
  });
  const { 'cloud-sip-alias': client, 'cloud-autodiscover-alias': web } = catalog.records;
  const aliases = each(spec.dns?.aliases).flatMap(({ path, name, target, view }): readonly CloudRecord[] => {
    const [label] = hostKey(name?.value ?? '').split('.');
    const domain = parentOf(name?.value ?? '');
    const owner = owners.get(domain);
    if (!name || !owner || !target || view?.value === 'internal' || (label !== client.label && label !== web.label))
      return [];
    const cloud = cloudByHost(catalog, misprintedSrv(catalog, target.value, domain) ?? target.value);
    if (cloud === undefined) return [];
    const alias = { isForWebServices: label === web.label };
    return [{ path, owner, domain, name: name.value, target, cloud, isForPartners: false, alias }];
  });
  return [...services, ...aliases];
}

/** Whether servers and tenant share the domains while users are left on the servers: everybody is taken in through the Edge. */
export function isTakenInByEdge(spec: Spec, catalog: Catalog): boolean {
  // Once nobody is left on the servers the records move, before the sharing ends.
  return isHybrid(spec, catalog) && hasUsersOnServers(spec) !== false;
}

/** The records in a cloud that have to lead to the Edge. */
export function recordsToEdge(spec: Spec, catalog: Catalog): readonly CloudRecord[] {
  const all = isTakenInByEdge(spec, catalog);
  return recordsInCloud(spec, catalog).filter((record) => all || isOnServers(spec, catalog, record));
}

/** Whether the users of a domain are on the servers: some are for certain, or nothing in the spec has a place for them in a cloud. */
export function isOnServers(spec: Spec, catalog: Catalog, { owner, domain }: CloudRecord): boolean {
  const { server, edge, tenant } = spec;
  if (server === undefined && edge === undefined) return false;
  if (owner.usersOnServers !== undefined) return owner.usersOnServers.value > 0;
  const listed = tenant?.sipDomains;
  const inTenant = tenant && (listed === undefined || each(listed).some(({ value }) => sameHost(value, domain)));
  return !inTenant && hybridProvider(spec, catalog) === undefined;
}
