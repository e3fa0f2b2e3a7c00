import { sameHost } from '../../../text/host.ts';
import { say } from '../../../text/message.ts';
import type { Unread } from '../found.ts';
import type { Element } from './xml.ts';

/** The child of a name. */
export function child(element: Element, name: string): Element | undefined {
  return element.children.find((one) => localName(one.name) === name);
}

/** All elements of a name within another, in their order. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((one) => (localName(one.name) === name ? [one] : all(one, name)));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The SIP domains of a list, with their names. */
export function namedIn(domains: Element): readonly (readonly [string, Element])[] {
  return domains.children.flatMap((domain) => {
    const { Name } = domain.attributes;
    return localName(domain.name) === 'InternalDomain' && Name ? [[Name, domain] as const] : [];
  });
}

/** Clusters by what services call them: `UniqueId`, or the site and number of their `ClusterId`. */
export function clustersOf(root: Element): ReadonlyMap<string, Element> {
  return new Map(
    all(root, 'Cluster').flatMap((cluster) => {
      const id = cluster.attributes.UniqueId ?? numbered(child(cluster, 'ClusterId'));
      return id === undefined ? [] : [[id, cluster] as const];
    }),
  );
}

function numbered(id: Element | undefined): string | undefined {
  return id && `${id.attributes.SiteId}:${id.attributes.Number}`;
}

/** What a service is for: `EdgeServer`. */
export function roleOf(service: Element): string | undefined {
  return service.attributes.RoleName ?? child(service, 'ServiceId')?.attributes.RoleName;
}

/** What a service calls the cluster that it is installed on. */
export function clusterId(service: Element): string | undefined {
  const installed = child(service, 'InstalledOn');
  return service.attributes.InstalledOn ?? numbered(installed && child(installed, 'ClusterId'));
}

/** The external port of the Access Edge for servers, or for clients. */
export function accessPort(ports: readonly Element[], usage: 'SipServer' | 'SipClient'): Element | undefined {
  return ports.find(
    ({ attributes: { Owner, Usage, InterfaceSide } }) =>
      Owner === 'urn:component:AccessEdge' && Usage === usage && InterfaceSide === 'External',
  );
}

/** What is damaged: names that lead nowhere. */
export type Torn = Omit<Unread, 'source'> & { readonly in: Element };

/** Looks for names that lead nowhere: the default domain, and the clusters of pools. */
export function tornIn(
  domains: readonly Element[],
  edges: readonly Element[],
  clusters: ReadonlyMap<string, Element>,
): readonly Torn[] {
  return [...domains.flatMap(strayDefault), ...edges.flatMap((edge) => homeless(edge, clusters))];
}

function strayDefault(domains: Element): readonly Torn[] {
  const { DefaultDomain: usual } = domains.attributes;
  if (!usual || namedIn(domains).some(([name]) => sameHost(name, usual))) return [];
  return [
    {
      in: domains,
      text: `DefaultDomain="${usual}"`,
      reason: say`The default domain is none of the SIP domains of the document.`,
    },
  ];
}

/** A pool is named by its cluster. */
function homeless(service: Element, clusters: ReadonlyMap<string, Element>): readonly Torn[] {
  const id = clusterId(service);
  if (clusters.get(id ?? '')?.attributes.Fqdn) return [];
  const name = accessPort(all(service, 'Port'), 'SipServer')?.attributes.ConfiguredFqdn;
  return [
    {
      in: service,
      text: ['EdgeServer', ...(name === undefined ? [] : [name])].join(' '),
      reason:
        id !== undefined && clusters.has(id)
          ? say`The cluster of this pool has no name in the document. Save it anew.`
          : say`The document does not have the cluster on which this pool is installed, and which names it. Save it anew.`,
    },
  ];
}
