import { discovers } from '../deployment/edge.ts';
import { each, type Spec } from '../spec/model.ts';
import { say } from '../text/message.ts';
import type { Building } from './building.ts';
import { named, present } from './words.ts';

// What lets messages through, or does not.

/** What lets users talk to others; none where the spec tells of no policy. */
export function policiesBehind(map: Building, { policies }: Spec, own: string): string | undefined {
  const [first, ...others] = each(policies?.externalAccess);
  if (policies === undefined || first === undefined) return undefined;
  const { identity } = first;
  const id = map.add({
    kind: 'policy',
    name: say`External access`,
    detail: others.length > 0 ? say`${others.length + 1} policies` : identity && named(identity.value),
    at: (identity ?? first).at,
    places: [policies],
  });
  map.lead(own, id);
  return id;
}

/** What stands in the way of ports; none where the spec tells of no rule. */
export function firewallBefore(map: Building, { firewall }: Spec, gate: string): string | undefined {
  const [first, ...others] = each(firewall);
  if (firewall === undefined || first === undefined) return undefined;
  const detail = others.length > 0 ? say`${others.length + 1} rules` : say`1 rule`;
  const id = map.add({ kind: 'firewall', name: say`Firewall`, detail, at: first.at, places: [firewall] });
  map.lead(id, gate);
  return id;
}

/** What lets messages out and in: the switches and lists of the Edge. */
export function edgeGate(map: Building, spec: Spec): string {
  const { edge, policies, domains } = spec;
  const switches = edge?.configuration;
  const isOn = switches?.allowFederatedUsers?.value === true;
  const open = discovers(spec) === true ? say`on, with partner discovery` : say`on, for listed partners`;
  const { allowed, blocked, discovered } = domains ?? {};
  return map.add({
    kind: 'gate',
    name: say`Federation`,
    detail: isOn ? open : say`off`,
    at: (switches?.allowFederatedUsers ?? switches ?? edge ?? policies ?? spec).at,
    places: present(switches, allowed, blocked, discovered, domains?.xmpp),
  });
}
