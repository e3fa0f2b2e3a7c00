import { catalog } from '../catalog/catalog.generated.ts';
import { cloudByHost, hostingByProxy } from '../catalog/hosting.ts';
import { each, type Spec } from '../spec/model.ts';
import { closestAbove, hostKey, parentOf } from '../text/host.ts';

/** Whose a domain or server is, as a spec tells; without one, nobody's is known. */
export interface Sides {
  /** Whether a domain or server is one of our own. */
  isOwn(host: string | undefined): boolean;
  /** The partner's domain that a domain or server belongs to. */
  partnerOf(host: string): string;
  isCloud(host: string): boolean;
}

/** The sides by what a spec says of its own domains and servers, and of its partners. */
export function sidesOf(spec: Spec | undefined): Sides {
  const own = new Set([
    ...each(spec?.domains?.sip).flatMap(({ identity }) => (identity ? [hostKey(identity.value)] : [])),
    ...each(spec?.tenant?.sipDomains).map(({ value }) => hostKey(value)),
  ]);
  const pools = each(spec?.edge?.pools);
  const servers = new Set(
    pools.flatMap(({ fqdn, accessEdgeFqdn }) =>
      [fqdn, accessEdgeFqdn].flatMap((one) => (one ? [hostKey(one.value)] : [])),
    ),
  );
  const { allowed, discovered, blocked, xmpp } = spec?.domains ?? {};
  const listed = new Set<string>();
  const byServer = new Map<string, string>();
  for (const { domain } of [...each(blocked), ...each(xmpp)]) if (domain) listed.add(hostKey(domain.value));
  const pins = new Map(each(allowed).map(({ domain, proxyFqdn }) => [domain, proxyFqdn]));
  for (const { domain, partner } of [...each(allowed), ...each(discovered)]) {
    if (!domain) continue;
    listed.add(hostKey(domain.value));
    const names = [partner?.srv, pins.get(domain)];
    for (const name of names)
      if (name && !isCloud(name.value)) byServer.set(hostKey(name.value), hostKey(domain.value));
  }
  const isOwn = (host: string | undefined) =>
    host !== undefined && !listed.has(host) && (own.has(host) || servers.has(host) || closestAbove(host, own) !== '');
  return {
    isOwn,
    isCloud,
    partnerOf(host) {
      if (listed.has(host)) return host;
      const known = byServer.get(host) ?? closestAbove(host, listed);
      if (known !== '') return known;
      return isCloud(host) || host.split('.').length < 3 ? host : parentOf(host);
    },
  };
}

function isCloud(host: string): boolean {
  return (
    hostingByProxy(catalog, host).length > 0 || cloudByHost(catalog, host) !== undefined || /\.lync\.com$/.test(host)
  );
}
