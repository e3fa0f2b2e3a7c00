import { openingOf, type PortNeed, portNeeds, rulesFor } from '../../deployment/firewall.ts';
import type { Fix } from '../../edits/fix.ts';
import { keyRange, type Spec } from '../../spec/model.ts';
import { isPartlyUnreadable } from '../../spec/unreadable.ts';
import { code, type Message, say } from '../../text/message.ts';
import { append, set } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const firewallPortClosed: Rule = {
  id: 'firewall-port-closed',
  summary: say`Traffic that the spec needs and its firewall rules do not let through.`,
  severity: 'error',
  facts: ['ports', 'providers'],

  *check(spec, context) {
    // Without rules, or with one that cannot be read, the spec does not say what is closed.
    if (spec.firewall === undefined || spec.firewall.items.length === 0) return;
    if (isPartlyUnreadable(context.faults, ['firewall'])) return;
    const closed = new Map<string, Finding>();
    for (const need of portNeeds(spec, context)) {
      for (const protocol of need.port.protocols) {
        const key = `${protocol} ${need.port.firstPort} ${need.port.peer}`;
        const found = judged(spec, need, protocol);
        if (found === undefined) continue;
        const before = closed.get(key);
        const told = before === undefined || need.port.direction === 'both' ? found : before;
        closed.set(key, { ...told, subjects: [...(before?.subjects ?? []), need.id] });
      }
    }
    yield* closed.values();
  },
};

function judged(spec: Spec, { port, reason, at, vital }: PortNeed, protocol: 'tcp' | 'udp'): Finding | undefined {
  const rules = rulesFor(spec, port, protocol);
  const openings = rules.map((rule) => openingOf(spec, rule));
  const inbound = port.direction === 'outbound' || openings.some((opening) => opening.inbound);
  const outbound = port.direction === 'inbound' || openings.some((opening) => opening.outbound);
  const list = spec.firewall;
  if ((inbound && outbound) || list === undefined) return undefined;
  const range = port.firstPort === port.lastPort ? String(port.firstPort) : `${port.firstPort}-${port.lastPort}`;
  const name = code(`${protocol.toUpperCase()} ${range}`);
  const [rule] = rules;
  const need = [{ at, message: say`This needs it.` }];
  const severity = vital ? 'error' : 'warning';
  if (rule) {
    const fix: Fix = {
      title: say`Open ${name} both ways`,
      safety: 'review',
      // What the rule lets through already may be needed too.
      edits: [set([...rule.path, 'direction'], 'both')],
    };
    return {
      at: (rule.direction ?? rule.ports ?? list).at,
      severity,
      message: say`${name} is open ${inbound ? say`to the Edge` : say`from the Edge`} only, but is needed ${words(port.direction)} for ${reason}. Open it.`,
      related: need,
      fixes: [fix],
    };
  }
  const entry = {
    from: port.direction === 'inbound' ? PEERS[port.peer] : port.edge,
    to: port.direction === 'inbound' ? port.edge : PEERS[port.peer],
    protocol,
    ports: port.firstPort === port.lastPort ? port.firstPort : range,
    direction: DIRECTIONS[port.direction],
  };
  return {
    at: keyRange(list),
    about: `${entry.from} ${entry.to} ${entry.protocol} ${entry.ports}`,
    severity,
    message: say`No rule lets ${name} through at the ${code(port.edge)}, which is needed ${words(port.direction)} for ${reason}. Open it.`,
    related: need,
    fixes: [{ title: say`Add a rule for ${name}`, safety: 'review', edits: [append(['firewall'], entry)] }],
  };
}

const DIRECTIONS = { inbound: 'in', outbound: 'out', both: 'both' } as const;
const PEERS = { internet: 'any', 'dns-server': 'any', 'front-end': 'front-end' } as const;

function words(direction: keyof typeof DIRECTIONS): Message {
  if (direction === 'both') return say`both ways`;
  return direction === 'inbound' ? say`to the Edge` : say`from the Edge`;
}
