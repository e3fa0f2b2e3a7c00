import { uncountedHosts } from '../../deployment/edge-addresses.ts';
import type { Fix } from '../../edits/fix.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { append, remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const edgeAddressCount: Rule = {
  id: 'edge-address-count',
  summary: say`A public record of the Access Edge with another number of addresses than its load balancing wants.`,
  severity: 'warning',
  facts: ['records.access-edge-host', 'sources.dns-load-balancing'],

  *check(spec, context) {
    for (const { host, at, path, count, wanted, surplus, pool } of uncountedHosts(spec, context)) {
      const related = [{ at: pool.loadBalancing.at, message: say`This says how the load is shared.` }];
      const name = code(host);
      const keeping: Fix = {
        title: say`Keep the first ${wanted}`,
        safety: 'review',
        edits: surplus.map((one) => remove(one)),
      };
      if (pool.loadBalancing.value === 'hardware') {
        yield {
          at,
          message: say`${name} has ${count} addresses, and a hardware load balancer answers at one: partners that take another go around it. Publish its virtual address and no other.`,
          related,
          fixes: [keeping],
        };
      } else if (count < wanted) {
        yield {
          at,
          message: say`${name} has ${count} of ${wanted} addresses: with DNS load balancing each Edge Server has a public one, and partners never reach the others. Publish one address per server.`,
          related,
          fixes: [
            {
              title: say`Add the missing addresses`,
              safety: 'review',
              edits: Array.from({ length: wanted - count }, () =>
                append(path, placeholder('public address of the Access Edge')),
              ),
            },
          ],
        };
      } else {
        yield {
          at,
          message: say`${name} has ${count} addresses for ${wanted} Edge Servers: with DNS load balancing each has one, and partners that take another reach nobody. Publish one address per server.`,
          related,
          fixes: [keeping],
        };
      }
    }
  },
};
