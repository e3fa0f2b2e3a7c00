import type { Catalog } from '../../catalog/catalog.generated.ts';
import { bestTarget } from '../../deployment/federation-srv.ts';
import { cloudAt, hasUsersOnServers, hybridProvider } from '../../deployment/hosting-providers.ts';
import { readSrvName } from '../../deployment/srv-names.ts';
import { each, type Leaf, type Located, type Spec } from '../../spec/model.ts';
import type { SrvRecord } from '../../spec/spec.generated.ts';
import { hostKey, sameHost } from '../../text/host.ts';
import { code, prose, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const hybridRecordInCloud: Rule = {
  id: 'hybrid-record-in-cloud',
  summary: say`A record of a shared SIP domain that points to the cloud instead of the Edge.`,
  severity: 'error',
  facts: ['hosting.lync-online', 'records.cloud-federation-srv', 'records.cloud-client-srv'],

  *check(spec, { catalog }) {
    const shared = spec.tenant?.sharedSipAddressSpace;
    const left = hasUsersOnServers(spec);
    // A tenant that shares no more has ended the hybrid, but not for users whom it left behind on the servers.
    const ended = shared?.value === false && left !== true;
    const reason = shared?.value ? shared : ended ? undefined : hybridProvider(spec, catalog)?.identity;
    // Once nobody is left on the servers the records move, before the sharing ends.
    if (reason === undefined || left === false) return;
    const moved = domainsInCloud(spec);
    for (const { path, domain, name, target } of recordsInCloud(spec, catalog)) {
      const right = bestTarget(spec, catalog, domain);
      yield {
        at: target.at,
        message: moved.has(domain)
          ? say`The users of ${code(domain)} are all online, yet a hybrid takes every domain in through the Edge, and ${code(name)} points to ${code(target.value)}, so they and the users on the servers lose each other. Point it to the Edge until the hybrid is taken down.`
          : say`${code(domain)} is shared between servers and ${prose(catalog.hosting['lync-online'].name)}, and ${code(name)} points to ${code(target.value)}, so users on the servers are not reached. Point it to the Edge until the last of them has moved.`,
        related: [{ at: reason.at, message: say`This shares the SIP domains.` }],
        fixes: [
          {
            title: say`Point the record to ${code(right)}`,
            safety: 'review',
            edits: [set([...path, 'target'], right)],
          },
        ],
      };
    }
  },
};

/** The SIP domains of which no user is left on the servers. */
function domainsInCloud(spec: Spec): ReadonlySet<string> {
  return new Set(
    each(spec.domains?.sip).flatMap(({ identity, usersOnServers }) =>
      identity && usersOnServers?.value === 0 ? [hostKey(identity.value)] : [],
    ),
  );
}

type CloudRecord = Pick<Located<SrvRecord>, 'path'> & {
  readonly domain: string;
  readonly name: string;
  readonly target: Leaf<string>;
};

/** The public records of SIP domains with users that lead to the cloud: federation and client sign-in. */
function recordsInCloud(spec: Spec, catalog: Catalog): readonly CloudRecord[] {
  const own = new Set(
    each(spec.domains?.sip).flatMap(({ identity, users }) =>
      identity && users?.value !== 0 ? [hostKey(identity.value)] : [],
    ),
  );
  const clients = catalog.records['cloud-client-srv'].target;
  return each(spec.dns?.srv).flatMap(({ path, name, target, view }) => {
    const domain = name && readSrvName(catalog, name.value)?.domain;
    if (!domain || !target || !own.has(domain) || view?.value === 'internal') return [];
    const inCloud = cloudAt(catalog, target.value) !== undefined || sameHost(target.value, clients ?? '');
    return inCloud ? [{ path, domain, name: name.value, target }] : [];
  });
}
