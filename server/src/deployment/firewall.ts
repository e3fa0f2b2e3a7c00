import type { Catalog, PortId, PortRange } from '../catalog/catalog.generated.ts';
import { idsOf } from '../catalog/ids.ts';
import { each, type Located, type Spec } from '../spec/model.ts';
import type { FirewallRule } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';
import { type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { isFederationOff } from './federation.ts';
import type { GroundsWithFaults } from './grounds.ts';
import { partnerDomains } from './partners.ts';
import { activeProviders } from './public-providers.ts';
import { xmppPartners } from './xmpp.ts';

/** Traffic that the spec needs, with the reason and the place that gives it. */
export interface PortNeed {
  readonly id: PortId;
  readonly port: PortRange;
  readonly reason: Message;
  readonly at: Range;
  /** Without it nothing works; else something is lost or slow. */
  readonly vital: boolean;
}

/** What the firewall has to let through for what the spec describes, in the order of the catalog. */
export function portNeeds(spec: Spec, context: GroundsWithFaults): readonly PortNeed[] {
  const { catalog } = context;
  const reasons = reasonsOf(spec, context);
  return idsOf(catalog.ports).flatMap((id) => {
    const port: PortRange = catalog.ports[id];
    if (port.peer === 'front-end' && !describesInside(spec)) return [];
    const [need] = port.neededFor.flatMap((one) => reasons[one] ?? []);
    return need ? [{ id, port, ...need }] : [];
  });
}

/** The products that some partner of the spec is said to have. */
export function partnerProducts({ domains }: Spec) {
  return [...each(domains?.allowed), ...each(domains?.discovered)].map(({ partner }) => partner?.product);
}

type Need = Pick<PortNeed, 'reason' | 'at' | 'vital'>;

/** Of all that a port may be needed for, what the spec asks for and the firewall decides on. */
function reasonsOf(
  spec: Spec,
  context: GroundsWithFaults,
): Readonly<Partial<Record<PortRange['neededFor'][number], Need>>> {
  const federation = federationAt(spec, context);
  const xmpp = xmppPartners(spec, context)[0]?.domain.at;
  const calls = callsAt(spec, context);
  const search = activeProviders(spec, context).find(({ entry }) => entry.enableSkypeDirectorySearch?.value === true)
    ?.entry.enableSkypeDirectorySearch?.at;
  const old = partnerProducts(spec).find(
    (product) =>
      product && context.catalog.ports['ocs-2007-media'].partnerProducts?.some((one) => one === product.value),
  );
  return {
    ...(federation && {
      'sip-federation': { reason: say`federation`, at: federation, vital: true },
      'name-resolution': { reason: say`the records of partners`, at: federation, vital: false },
      'certificate-revocation': { reason: say`the lists of revoked certificates`, at: federation, vital: false },
    }),
    ...(xmpp && { xmpp: { reason: say`XMPP partners`, at: xmpp, vital: true } }),
    ...(calls && { 'messenger-media': { reason: say`calls with public contacts`, at: calls, vital: false } }),
    ...(search && { 'skype-search': { reason: say`directory search`, at: search, vital: false } }),
    ...(old && { 'ocs-2007-media': { reason: say`calls with this partner's product`, at: old.at, vital: false } }),
  };
}

function federationAt(spec: Spec, context: GroundsWithFaults): Range | undefined {
  if (isFederationOff(spec, context)) return undefined;
  const { enablePartnerDiscovery } = spec.edge?.configuration ?? {};
  const xmpp = new Set(each(spec.domains?.xmpp).map(({ domain }) => domain));
  const partner = partnerDomains(spec).find((domain) => !xmpp.has(domain));
  const provider = activeProviders(spec, context)[0]?.identity;
  const hosting = each(spec.providers?.hosting).find(({ enabled }) => enabled?.value === true)?.identity;
  const discovery = enablePartnerDiscovery?.value === true ? enablePartnerDiscovery : undefined;
  return (partner ?? provider ?? hosting ?? discovery)?.at;
}

/** Audio or video with a public provider, where a policy allows it. */
function callsAt(spec: Spec, context: GroundsWithFaults): Range | undefined {
  const allowed = each(spec.policies?.externalAccess).some(
    (policy) =>
      policy.enablePublicCloudAudioVideoAccess?.value === true && policy.enablePublicCloudAccess?.value === true,
  );
  return allowed
    ? activeProviders(spec, context).find(({ known }) => known && hasCalls(known))?.identity.at
    : undefined;
}

function hasCalls({ capabilities }: Catalog['providers'][keyof Catalog['providers']]): boolean {
  return capabilities.some(({ id, verified }) => (id === 'audio' || id === 'video') && verified !== false);
}

/** Who may open a connection, seen from the Edge. */
export interface Opening {
  readonly inbound: boolean;
  readonly outbound: boolean;
}

/** The firewall rules of the spec that let through all of a range on a protocol, as far as their two ends allow it. */
export function rulesFor(spec: Spec, port: PortRange, protocol: 'tcp' | 'udp'): readonly Located<FirewallRule>[] {
  return each(spec.firewall).filter(
    (rule) => rule.protocol?.value === protocol && covers(rule, port) && fits(rule, port),
  );
}

/** Which way a rule lets connections through. An end that is no role of the Edge leaves it open, so it counts as both. */
export function openingOf(spec: Spec, { from, to, direction }: Located<FirewallRule>): Opening {
  if (direction) return { inbound: direction.value !== 'out', outbound: direction.value !== 'in' };
  const [starts, ends] = [isEdge(spec, from?.value), isEdge(spec, to?.value)];
  return { inbound: ends || !starts, outbound: starts || !ends };
}

/** Whether the spec describes the firewall on the inner side of the Edge as well. */
export function describesInside(spec: Spec): boolean {
  return each(spec.firewall).some(({ from, to }) =>
    INSIDE.some((role) => role === roleOf(from) || role === roleOf(to)),
  );
}

const INSIDE = ['edge-internal', 'front-end'] as const;
const EDGES = ['access-edge', 'av-edge', 'edge-internal'] as const satisfies readonly PortRange['edge'][];

function covers({ ports }: Located<FirewallRule>, { firstPort, lastPort }: PortRange): boolean {
  const [first = '', last = first] = String(ports?.value ?? '').split('-');
  return ports !== undefined && Number(first) <= firstPort && Number(last) >= lastPort;
}

/** A rule between other roles than those of the port is about something else; hosts and `any` may be any role. */
function fits({ from, to }: Located<FirewallRule>, { edge, peer }: PortRange): boolean {
  const roles = [roleOf(from), roleOf(to)];
  if (peer !== 'front-end') {
    const others = EDGES.filter((role) => role !== edge);
    return !roles.includes('front-end') && !others.some((role) => roles.includes(role));
  }
  // The inner side of the Edge may go by any of its roles.
  return roles.includes('front-end') || roles.includes('edge-internal') || !roles.includes('any');
}

function roleOf(end: { readonly value: string } | undefined): string {
  return end?.value.trim().toLowerCase() ?? '';
}

function isEdge(spec: Spec, end: string | undefined): boolean {
  const name = end?.trim().toLowerCase() ?? '';
  if (name === 'edge' || EDGES.some((role) => role === name)) return true;
  const pools = each(spec.edge?.pools);
  const names = pools.flatMap(({ fqdn, accessEdgeFqdn, computers }) => [fqdn, accessEdgeFqdn, ...each(computers)]);
  return names.some((own) => own !== undefined && hostKey(own.value) === hostKey(name));
}
