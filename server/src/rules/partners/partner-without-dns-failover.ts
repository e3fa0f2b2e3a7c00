import { federatingPools } from '../../deployment/edge.ts';
import { partnersOneByOne } from '../../deployment/partners.ts';
import { code, prose, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const partnerWithoutDnsFailover: Rule = {
  id: 'partner-without-dns-failover',
  summary: say`A partner whose product does not fail over within a pool under DNS load balancing.`,
  severity: 'info',
  facts: ['products'],

  *check(spec, { catalog }) {
    const pool = federatingPools(spec).find(({ loadBalancing }) => loadBalancing?.value === 'dns');
    if (pool?.loadBalancing === undefined) return;
    for (const { domain, partner } of partnersOneByOne(spec)) {
      const product = partner?.product;
      if (product === undefined || product.value === 'teams' || product.value === 'lync-online') continue;
      const known = catalog.products[product.value];
      if (!('dnsLoadBalancing' in known) || known.dnsLoadBalancing !== false) continue;
      yield {
        at: product.at,
        message: say`${prose(known.name)} does not understand DNS load balancing: when the Edge Server it found is down, ${code(domain.value)} does not turn to the next one. Accept that, or use a hardware load balancer.`,
        related: [{ at: pool.loadBalancing.at, message: say`This pool shares its load by DNS.` }],
        fixes: [
          {
            title: say`Put a hardware load balancer before the Edge pool`,
            safety: 'review',
            edits: [set(pool.loadBalancing.path, 'hardware'), ...(pool.nat?.value ? [set(pool.nat.path, false)] : [])],
          },
        ],
      };
    }
  },
};
