import type { Catalog, HostingId } from '../../catalog/catalog.generated.ts';
import { cloudByHost } from '../../catalog/hosting.ts';
import { bestTarget } from '../../deployment/federation-srv.ts';
import { cloudAt, hasUsersOnServers, hybridProvider, tenantCloud } from '../../deployment/hosting-providers.ts';
import { readSrvName } from '../../deployment/srv-names.ts';
import { each, type Leaf, type Located, type Spec } from '../../spec/model.ts';
import type { SipDomain, SrvRecord } from '../../spec/spec.generated.ts';
import { hostKey, sameHost } from '../../text/host.ts';
import { code, type Message, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const hybridRecordInCloud: Rule = {
  id: 'hybrid-record-in-cloud',
  summary: say`A record that points to a cloud, where the users are on the servers or in another cloud.`,
  severity: 'error',
  facts: [
    'hosting.lync-online',
    'hosting.gcc-high',
    'hosting.dod',
    'hosting.21vianet',
    'records.cloud-federation-srv',
    'records.cloud-client-srv',
  ],

  *check(spec, { catalog }) {
    const sharing = hybridProvider(spec, catalog)?.identity;
    const shared = spec.tenant?.sharedSipAddressSpace;
    const left = hasUsersOnServers(spec);
    // A tenant that shares no more has ended the hybrid, but not for users whom it left behind on the servers.
    const ended = shared?.value === false && left !== true;
    // Once nobody is left on the servers the records move, before the sharing ends.
    const by = left === false || ended ? undefined : shared?.value ? shared : sharing;
    for (const record of recordsInCloud(spec, catalog)) {
      const wrong =
        (by && whileShared(spec, catalog, record)) ??
        (isOnServers(spec, catalog, record) ? nobodyThere(spec, catalog, record) : undefined) ??
        (sharing && inOtherCloud(spec, catalog, record));
      if (wrong === undefined) continue;
      const place = by ?? sharing;
      yield {
        at: record.target.at,
        message: wrong.message,
        related: place ? [{ at: place.at, message: say`This shares the SIP domains.` }] : [],
        fixes: [
          {
            title: say`Point the record to ${code(wrong.right)}`,
            safety: 'review',
            edits: [set([...record.path, 'target'], wrong.right)],
          },
        ],
      };
    }
  },
};

interface Wrong {
  readonly message: Message;
  /** Where the record has to point to. */
  readonly right: string;
}

/** A hybrid takes everybody in through the Edge, whatever cloud it shares its domains with. */
function whileShared(spec: Spec, catalog: Catalog, { owner, domain, name, target }: CloudRecord): Wrong {
  return {
    right: bestTarget(spec, catalog, domain),
    message:
      owner.usersOnServers?.value === 0
        ? say`The users of ${code(domain)} are all online, yet a hybrid takes every domain in through the Edge, and ${code(name)} points to ${code(target.value)}, so they and the users on the servers lose each other. Point it to the Edge until the hybrid is taken down.`
        : say`${code(domain)} is shared between servers and ${catalog.hosting[tenantCloud(spec, catalog)].name}, and ${code(name)} points to ${code(target.value)}, so users on the servers are not reached. Point it to the Edge until the last of them has moved.`,
  };
}

/** Whether the users of a domain are on the servers: some are for certain, or nothing in the spec has a place for them in a cloud. */
function isOnServers(spec: Spec, catalog: Catalog, { owner, domain }: CloudRecord): boolean {
  const { server, edge, tenant } = spec;
  if (server === undefined && edge === undefined) return false;
  if (owner.usersOnServers !== undefined) return owner.usersOnServers.value > 0;
  const listed = tenant?.sipDomains;
  const inTenant = tenant && (listed === undefined || each(listed).some(({ value }) => sameHost(value, domain)));
  return !inTenant && hybridProvider(spec, catalog) === undefined;
}

function nobodyThere(spec: Spec, catalog: Catalog, { domain, name, target, cloud }: CloudRecord): Wrong {
  return {
    right: bestTarget(spec, catalog, domain),
    message: say`${code(name)} points to ${code(target.value)}, and by this spec the users of ${code(domain)} are on the servers and not in ${catalog.hosting[cloud].name}, so nobody outside reaches them. Point it to the Edge.`,
  };
}

/** The users have moved, and the provider that shares them tells to which cloud. */
function inOtherCloud(spec: Spec, catalog: Catalog, record: CloudRecord): Wrong | undefined {
  const home = tenantCloud(spec, catalog);
  if (home === record.cloud) return undefined;
  const { name, proxyFqdns, clientFqdn } = catalog.hosting[home];
  const right = record.isForPartners ? proxyFqdns[0] : (clientFqdn ?? proxyFqdns[0]);
  return {
    right,
    message: say`The users of ${code(record.domain)} are in ${name}, and ${code(record.name)} points to ${code(record.target.value)} in ${catalog.hosting[record.cloud].name}, where nobody finds them. Point it to ${code(right)}.`,
  };
}

interface CloudRecord extends Pick<Located<SrvRecord>, 'path'> {
  readonly owner: Located<SipDomain>;
  readonly domain: string;
  readonly name: string;
  readonly target: Leaf<string>;
  /** Where it leads. */
  readonly cloud: HostingId;
  /** For federation; else clients sign in by it. */
  readonly isForPartners: boolean;
}

/** The public records of SIP domains with users that lead to a cloud: federation and client sign-in. */
function recordsInCloud(spec: Spec, catalog: Catalog): readonly CloudRecord[] {
  const owners = new Map(
    each(spec.domains?.sip).flatMap((owner) =>
      owner.identity && owner.users?.value !== 0 ? [[hostKey(owner.identity.value), owner] as const] : [],
    ),
  );
  return each(spec.dns?.srv).flatMap(({ path, name, target, view }) => {
    const read = name && readSrvName(catalog, name.value);
    const owner = read && owners.get(read.domain);
    if (!name || !owner || !target || view?.value === 'internal') return [];
    const isForPartners = read.record.service === catalog.records['federation-srv'].service;
    // A host for clients, where partners are to be led, is a wrong target wherever it is.
    const cloud = isForPartners ? cloudAt(catalog, target.value) : cloudByHost(catalog, target.value);
    if (cloud === undefined) return [];
    return [{ path, owner, domain: read.domain, name: name.value, target, cloud, isForPartners }];
  });
}
