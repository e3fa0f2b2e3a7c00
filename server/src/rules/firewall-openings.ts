import type { PortRange } from '../catalog/catalog.generated.ts';
import { each, type Located, type Spec } from '../spec/model.ts';
import type { FirewallRule } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';

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
