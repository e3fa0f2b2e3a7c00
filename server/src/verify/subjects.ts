import { defaultRouting, federatingPools, isRoutedByDefault } from '../deployment/edge.ts';
import { federationSrvName } from '../deployment/federation-srv.ts';
import type { Grounds } from '../deployment/grounds.ts';
import { allPartners } from '../deployment/partners.ts';
import { readSrvName } from '../deployment/srv-names.ts';
import { xmppDomains } from '../deployment/xmpp.ts';
import { each, type Leaf, type Spec } from '../spec/model.ts';
import { hostKey } from '../text/host.ts';
import type { Range } from '../text/range.ts';
import type { Path } from '../yaml/tree.ts';

/** Which zone is asked: what everybody sees, or the inner network. */
export type View = 'public' | 'internal';

/** Something that is looked up because of a place in the spec, and how whoever is found there is spoken to. */
export interface Subject {
  readonly kind: 'service' | 'host' | 'alias';
  readonly view: View;
  /** As names compare. */
  readonly name: string;
  readonly at: Range;
  /** The entry of the partner whose it is; absent for our own. */
  readonly partner?: Path;
  readonly speaks?: Speaking;
}

/** How a server is spoken to. */
export interface Speaking {
  readonly protocol: 'sip' | 'xmpp';
  readonly domain: string;
  /** Those on which others would connect; the first where no record names one. */
  readonly ports: readonly number[];
}

/** All that a spec makes worth looking up, each once: its records, its Edge, and its partners. */
export function subjectsOf(spec: Spec, grounds: Grounds): readonly Subject[] {
  const all = [...ownServices(spec, grounds), ...ownHosts(spec), ...edges(spec, grounds), ...partners(spec, grounds)];
  const known = new Map<string, Subject>();
  for (const one of all) {
    const key = `${one.kind} ${one.view} ${one.name}`;
    const before = known.get(key);
    // A record of the Edge is looked up for the place where it stands, and visited because of the pool.
    known.set(key, before === undefined ? one : { ...one, ...before });
  }
  return [...known.values()];
}

/** The SRV records of the spec, and those that its domains have to have. */
function ownServices(spec: Spec, { catalog }: Grounds): readonly Subject[] {
  const { 'federation-srv': federation, 'xmpp-srv': xmpp } = catalog.records;
  const written = each(spec.dns?.srv).flatMap(({ name, view, port }): readonly Subject[] => {
    if (name === undefined) return [];
    const read = readSrvName(catalog, name.value);
    const about = { kind: 'service', view: view?.value ?? 'public', name: hostKey(name.value), at: name.at } as const;
    if (read === undefined || about.view === 'internal') return [about];
    const protocol = read.record === xmpp ? 'xmpp' : 'sip';
    const ports = [read.record.port, ...(port ? [port.value] : [])];
    return [{ ...about, speaks: { protocol, domain: read.domain, ports } }];
  });
  const service = (identity: Leaf<string>, name: string, record: { readonly port: number }): Subject => ({
    kind: 'service',
    view: 'public',
    name,
    at: identity.at,
    speaks: {
      protocol: record.port === xmpp.port ? 'xmpp' : 'sip',
      domain: hostKey(identity.value),
      ports: [record.port],
    },
  });
  const wanted = each(spec.domains?.sip).flatMap(({ identity, users }) =>
    identity === undefined || users?.value === 0
      ? []
      : [service(identity, federationSrvName(catalog, identity.value), federation)],
  );
  const chatting = xmppDomains(spec, catalog).flatMap(({ identity }) =>
    identity ? [service(identity, `${xmpp.service}.${xmpp.protocol}.${hostKey(identity.value)}`, xmpp)] : [],
  );
  return [...written, ...wanted, ...chatting];
}

function ownHosts({ dns }: Spec): readonly Subject[] {
  const of = (kind: 'host' | 'alias') => {
    return (record: { readonly name?: Leaf<string>; readonly view?: Leaf<View> }): readonly Subject[] =>
      record.name
        ? [{ kind, view: record.view?.value ?? 'public', name: hostKey(record.name.value), at: record.name.at }]
        : [];
  };
  return [...each(dns?.hosts).flatMap(of('host')), ...each(dns?.aliases).flatMap(of('alias'))];
}

/** The Access Edges, and where a default route leads. */
function edges(spec: Spec, { catalog }: Grounds): readonly Subject[] {
  const { port } = catalog.records['federation-srv'];
  const server = (name: Leaf<string>, ports: readonly number[]): Subject => {
    const host = hostKey(name.value);
    return { kind: 'host', view: 'public', name: host, at: name.at, speaks: { protocol: 'sip', domain: host, ports } };
  };
  const pools = federatingPools(spec).flatMap(({ accessEdgeFqdn: name, accessEdgeExternalSipPort: own }) =>
    name ? [server(name, [own?.value ?? port])] : [],
  );
  const configuration = spec.edge?.configuration;
  const route = configuration && isRoutedByDefault(spec) ? configuration.defaultRouteFqdn : undefined;
  return route && configuration && defaultRouting(configuration) ? [...pools, server(route, [port])] : pools;
}

/** What we look up to reach partners; over a default route nobody is looked up. */
function partners(spec: Spec, { catalog }: Grounds): readonly Subject[] {
  const { 'federation-srv': federation, 'xmpp-srv': xmpp } = catalog.records;
  const subject = (protocol: 'sip' | 'xmpp', entry: Partner): Subject => {
    const { domain, proxyFqdn, path } = entry;
    const { service, protocol: transport, port } = protocol === 'sip' ? federation : xmpp;
    const speaks = { protocol, domain: hostKey(domain.value), ports: [port] };
    return proxyFqdn
      ? { kind: 'host', view: 'public', name: hostKey(proxyFqdn.value), at: proxyFqdn.at, partner: path, speaks }
      : {
          kind: 'service',
          view: 'public',
          name: `${service}.${transport}.${speaks.domain}`,
          at: domain.at,
          partner: path,
          speaks,
        };
  };
  const chatting = each(spec.domains?.xmpp).flatMap(({ domain, proxyFqdn, path }) =>
    domain ? [subject('xmpp', { domain, path, ...(proxyFqdn && { proxyFqdn }) })] : [],
  );
  return [...(isRoutedByDefault(spec) ? [] : allPartners(spec).map((entry) => subject('sip', entry))), ...chatting];
}

interface Partner {
  readonly domain: Leaf<string>;
  readonly proxyFqdn?: Leaf<string>;
  readonly path: Path;
}
