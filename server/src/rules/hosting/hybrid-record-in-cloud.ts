import type { Catalog } from '../../catalog/catalog.generated.ts';
import { type CloudRecord, isOnServers, isTakenInByEdge, recordsInCloud } from '../../deployment/cloud-records.ts';
import { bestTarget } from '../../deployment/federation-srv.ts';
import { hybridProvider, tenantCloud } from '../../deployment/hosting-providers.ts';
import { publishedHost } from '../../edits/host-record.ts';
import type { Spec } from '../../spec/model.ts';
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
  misses: ['tenant', 'providers.hosting.*.proxyFqdn', 'providers.hosting.*.enabled'],

  *check(spec, { catalog }) {
    const sharing = hybridProvider(spec, catalog)?.identity;
    const shared = spec.tenant?.sharedSipAddressSpace;
    const by = !isTakenInByEdge(spec, catalog) ? undefined : shared?.value ? shared : sharing;
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
            edits: [
              set([...record.path, 'target'], wrong.right),
              ...(record.isForPartners ? publishedHost(spec, catalog, wrong.right) : []),
            ],
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
