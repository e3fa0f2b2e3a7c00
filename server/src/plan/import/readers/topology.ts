import { nouns } from '../../../catalog/nouns.ts';
import { sameHost } from '../../../text/host.ts';
import { code, type Message, say } from '../../../text/message.ts';
import { DNS_RECORD } from '../dns-records.ts';
import { type Found, type FoundObject, nothingFound, type Properties, tooDeep } from '../found.ts';
import type { Reader } from './reader.ts';
import { accessPort, all, clusterId, clustersOf, namedIn, roleOf, tornIn } from './topology-document.ts';
import { type Element, elements } from './xml.ts';

/** Documents of Topology Builder (`.tbxml`), and `(Get-CsTopology -AsXml).OuterXml`: one vocabulary, joined by ids of two kinds. */
export const topology: Reader = {
  format: 'topology',
  about: say`a document of Topology Builder (${code('.tbxml')}), or ${code('(Get-CsTopology -AsXml).OuterXml')}`,
  gives: say`product, SIP domains and the default one, Edge pools with their computers, the name, ports and addresses of the Access Edge, and whether XMPP is on; not the federation route, which ${code('Get-CsSite')} shows`,
  takes: ({ text }) => ROOT.test(text.slice(0, MOST_BEFORE_ROOT)),
  read: ({ text, source }) => fromTopology(text, source),
};

const ROOT =
  /<(?:\w+:)?(?:TopologyBuilder|Topology|PartialTopology)\s[^>]*urn:schema:Microsoft\.Rtc\.Management\.Deploy\./;
/** A declaration and what somebody wrote above the root. */
const MOST_BEFORE_ROOT = 10_000;

function fromTopology(text: string, source: string): Found | Message {
  const { root, fault, deepLine } = elements(text);
  if (deepLine !== undefined) return tooDeep(source, deepLine);
  if (fault !== undefined) return say`${code(source)} is a topology document that is damaged: ${fault}. Save it anew.`;
  const clusters = clustersOf(root);
  const services = all(root, 'Service');
  const domains = all(root, 'InternalDomains');
  const edges = services.filter((service) => roleOf(service) === 'EdgeServer');
  const objects = [
    ...domains.flatMap(sipDomains),
    ...edges.flatMap((edge) => edgePool(edge, clusters)),
    ...versionOf(services),
  ];
  return {
    ...nothingFound,
    objects: objects.map((object) => found(object, source)),
    unread: tornIn(domains, edges, clusters).map(({ in: { line }, ...one }) => ({ source, line, ...one })),
  };
}

interface Told {
  readonly noun: string;
  readonly properties: Properties;
  readonly in: Element;
  /** The elements that tell properties of it. */
  readonly told?: Readonly<Record<string, Element | undefined>>;
}

function found({ noun, properties, in: { line, last }, told = {} }: Told, source: string): FoundObject {
  return { noun, properties, source, line, last, placeOf: (name) => told[name], comments: [], doubts: {} };
}

function sipDomains(domains: Element): readonly Told[] {
  const { DefaultDomain: usual = '' } = domains.attributes;
  return namedIn(domains).map(([Name, domain]): Told => {
    const isDefault = sameHost(Name, usual);
    return {
      noun: nouns.sipDomain,
      properties: { Identity: Name, ...(usual !== '' && { IsDefault: isDefault }) },
      in: domain,
      ...(isDefault && { told: { IsDefault: domains } }),
    };
  });
}

function edgePool(service: Element, clusters: ReadonlyMap<string, Element>): readonly Told[] {
  const cluster = clusters.get(clusterId(service) ?? '');
  const fqdn = cluster?.attributes.Fqdn;
  if (cluster === undefined || !fqdn) return [];
  const ports = all(service, 'Port');
  const [servers, clients] = [accessPort(ports, 'SipServer'), accessPort(ports, 'SipClient')];
  const xmpp = ports.find(({ attributes }) => attributes.Owner === 'urn:component:XmppFederationProxy');
  const access = servers?.attributes;
  const name = access?.ConfiguredFqdn;
  const machines = all(cluster, 'Machine');
  const interfaces = machines.flatMap((machine) => externalOf(machine, access?.InterfaceNumber ?? '1'));
  return [
    {
      noun: nouns.service,
      properties: {
        Identity: `EdgeServer:${fqdn}`,
        PoolFqdn: fqdn,
        AccessEdgeExternalFqdn: name ?? null,
        AccessEdgeExternalSipPort: Number(access?.Port ?? 0),
        AccessEdgeClientSipPort: Number(clients?.attributes.Port ?? 0),
        Nat: interfaces.some(({ attributes }) => isTranslated(attributes)),
        Xmpp: xmpp !== undefined,
      },
      in: service,
      told: {
        AccessEdgeExternalFqdn: servers,
        AccessEdgeExternalSipPort: servers,
        AccessEdgeClientSipPort: clients,
        PoolFqdn: cluster,
        Nat: interfaces.find(({ attributes }) => isTranslated(attributes)),
        Xmpp: xmpp,
      },
    },
    {
      noun: nouns.pool,
      properties: { Identity: fqdn, Fqdn: fqdn, Computers: machines.map(({ attributes }) => attributes.Fqdn ?? fqdn) },
      in: cluster,
    },
    ...(name === undefined
      ? []
      : interfaces.flatMap((one): readonly Told[] => {
          const address = addressOf(one.attributes);
          const properties = { Name: name, IPAddress: address ?? null };
          return address === undefined ? [] : [{ noun: DNS_RECORD, properties, in: one, told: { Name: servers } }];
        })),
  ];
}

type Attributes = Element['attributes'];

function externalOf(machine: Element, number: string): readonly Element[] {
  return all(machine, 'NetInterface').filter(
    ({ attributes: { InterfaceSide, InterfaceNumber } }) => InterfaceSide === 'External' && InterfaceNumber === number,
  );
}

/** Where partners reach a machine: the address before the translation, where there is one. */
function addressOf({ ConfiguredIPAddress, IPAddress }: Attributes): string | undefined {
  return [ConfiguredIPAddress, IPAddress].find(isAddress);
}

function isTranslated({ ConfiguredIPAddress, IPAddress }: Attributes): boolean {
  return isAddress(ConfiguredIPAddress) && isAddress(IPAddress) && ConfiguredIPAddress !== IPAddress;
}

function isAddress(text: string | undefined): text is string {
  return text !== undefined && !UNSPECIFIED.has(text);
}

/** They stand for all addresses of the machine. */
const UNSPECIFIED: ReadonlySet<string> = new Set(['', '0.0.0.0', '::']);

/** The newest of what the services were made for. */
function versionOf(services: readonly Element[]): readonly Told[] {
  const numberOf = ({ attributes }: Element) => Number(attributes.ServiceVersion) || 0;
  const newest = services.reduce<Element | undefined>(
    (most, one) => (numberOf(one) > (most ? numberOf(most) : 0) ? one : most),
    undefined,
  );
  return newest === undefined
    ? []
    : [{ noun: nouns.serverVersion, properties: { ServiceVersion: numberOf(newest) }, in: newest }];
}
