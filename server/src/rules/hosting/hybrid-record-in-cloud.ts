import type { Catalog } from '../../catalog/catalog.generated.ts';
import { type CloudRecord, isOnServers, isTakenInByEdge, recordsInCloud } from '../../deployment/cloud-records.ts';
import { bestTarget } from '../../deployment/federation-srv.ts';
import { hybridProvider, tenantCloud } from '../../deployment/hosting-providers.ts';
import type { Fix } from '../../edits/fix.ts';
import { publishedHost } from '../../edits/host-record.ts';
import type { Spec } from '../../spec/model.ts';
import { code, type Message, prose, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { remove, set } from '../../yaml/edit.ts';
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
    'records.cloud-sip-alias',
    'records.cloud-autodiscover-alias',
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
        fixes: [{ safety: 'review', ...wrong.fix }],
      };
    }
  },
};

interface Wrong {
  readonly message: Message;
  /** What makes the record lead where it has to. */
  readonly fix: Pick<Fix, 'title' | 'edits'>;
}

/** A hybrid takes everybody in through the Edge, whatever cloud it shares its domains with. */
function whileShared(spec: Spec, catalog: Catalog, record: CloudRecord): Wrong {
  const { owner, domain, name, target, alias } = record;
  const cloud = prose(catalog.hosting[tenantCloud(spec, catalog)].name);
  const fix = leadHome(spec, catalog, record);
  if (alias?.isForWebServices) {
    return {
      fix,
      message: say`${code(domain)} is shared between servers and ${cloud}, and ${code(name)} stands for ${code(target.value)}, so clients of users on the servers look for their web services in the cloud. Let it stand for those of the servers until the last of them has moved.`,
    };
  }
  return {
    fix,
    message:
      owner.usersOnServers?.value === 0
        ? say`The users of ${code(domain)} are all online, yet a hybrid takes every domain in through the Edge, and ${code(name)} points to ${code(target.value)}, so they and the users on the servers lose each other. Point it to the Edge until the hybrid is taken down.`
        : say`${code(domain)} is shared between servers and ${cloud}, and ${code(name)} points to ${code(target.value)}, so users on the servers are not reached. Point it to the Edge until the last of them has moved.`,
  };
}

function nobodyThere(spec: Spec, catalog: Catalog, record: CloudRecord): Wrong {
  const { domain, name, target, cloud, alias } = record;
  const there = prose(catalog.hosting[cloud].name);
  const fix = leadHome(spec, catalog, record);
  return alias?.isForWebServices
    ? {
        fix,
        message: say`${code(name)} stands for ${code(target.value)}, and by this spec the users of ${code(domain)} are on the servers and not in ${there}, so their clients find no web services. Let it stand for those of the servers.`,
      }
    : {
        fix,
        message: say`${code(name)} points to ${code(target.value)}, and by this spec the users of ${code(domain)} are on the servers and not in ${there}, so nobody outside reaches them. Point it to the Edge.`,
      };
}

/** The users have moved, and the provider that shares them tells to which cloud. */
function inOtherCloud(spec: Spec, catalog: Catalog, record: CloudRecord): Wrong | undefined {
  const home = tenantCloud(spec, catalog);
  if (home === record.cloud) return undefined;
  const { name, proxyFqdns, clientFqdn, autodiscoverFqdn } = catalog.hosting[home];
  const forClients = record.alias?.isForWebServices ? autodiscoverFqdn : clientFqdn;
  const right = record.isForPartners ? proxyFqdns[0] : (forClients ?? proxyFqdns[0]);
  return {
    fix: ledTo(record, right),
    message: say`The users of ${code(record.domain)} are in ${prose(name)}, and ${code(record.name)} points to ${code(record.target.value)} in ${prose(catalog.hosting[record.cloud].name)}, where nobody finds them. Point it to ${code(right)}.`,
  };
}

/** Leads a record to the servers: where a name is to have the addresses of the Edge, it can be no alias. */
function leadHome(spec: Spec, catalog: Catalog, record: CloudRecord): Wrong['fix'] {
  const { alias, domain, name, path, isForPartners } = record;
  if (alias?.isForWebServices) return ledTo(record, placeholder('public name of the web services'));
  if (alias) {
    const host = publishedHost(spec, catalog, name);
    const title = host.length > 0 ? say`Give ${code(name)} the addresses of the Edge` : say`Take the alias out`;
    return { title, edits: [remove(path), ...host] };
  }
  const right = bestTarget(spec, catalog, domain);
  const { title, edits } = ledTo(record, right);
  return { title, edits: [...edits, ...(isForPartners ? publishedHost(spec, catalog, right) : [])] };
}

function ledTo({ path }: CloudRecord, right: string): Wrong['fix'] {
  return { title: say`Point the record to ${code(right)}`, edits: [set([...path, 'target'], right)] };
}
