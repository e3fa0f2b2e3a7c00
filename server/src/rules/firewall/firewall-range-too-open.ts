import type { PortRange } from '../../catalog/catalog.generated.ts';
import { openingOf, partnerProducts, rulesFor } from '../../deployment/firewall.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { remove, set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const firewallRangeTooOpen: Rule = {
  id: 'firewall-range-too-open',
  summary: say`Media ports open from outside although no partner needs that.`,
  severity: 'info',
  facts: ['ports.media', 'ports.ocs-2007-media'],

  *check(spec, { catalog }) {
    if (each(spec.firewall).length === 0) return;
    const port: PortRange = catalog.ports['ocs-2007-media'];
    const products = partnerProducts(spec);
    // A partner of whom nothing is known may need it.
    const known = products.every((product) => product !== undefined);
    const needed = products.some((product) => port.partnerProducts?.some((one) => one === product?.value));
    if (products.length === 0 || !known || needed) return;
    for (const protocol of port.protocols) {
      for (const rule of rulesFor(spec, port, protocol)) {
        const opening = openingOf(spec, rule);
        // Without a role at either end it is not known which way the rule goes.
        if (!opening.inbound || (opening.outbound && rule.direction === undefined) || rule.ports === undefined)
          continue;
        const range = `${port.firstPort}-${port.lastPort}`;
        yield {
          at: (rule.direction ?? rule.ports).at,
          message: say`${code(`${protocol.toUpperCase()} ${range}`)} is open to the Edge, and no partner of this spec has a product that needs that. Close it from outside.`,
          fixes:
            opening.outbound && rule.direction
              ? [
                  {
                    title: say`Leave ${code(range)} open from the Edge only`,
                    safety: 'review',
                    edits: [set(rule.direction.path, 'out')],
                  },
                ]
              : [{ title: say`Remove this firewall rule`, safety: 'review', edits: [remove(rule.path)] }],
        };
      }
    }
  },
};
