import { federatingPools } from '../../deployment/edge.ts';
import { xmppPartners } from '../../deployment/xmpp.ts';
import { each } from '../../spec/model.ts';
import { code, codes, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const xmppRouteMissing: Rule = {
  id: 'xmpp-route-missing',
  summary: say`XMPP partners although the topology routes XMPP through no Edge pool.`,
  severity: 'error',
  facts: [],

  *check(spec, context) {
    const partners = xmppPartners(spec, context).map(({ domain }) => domain);
    const [first] = partners;
    const pools = each(spec.edge?.pools);
    // A pool that says nothing may be the one.
    const [denied] = pools.flatMap(({ xmpp }) => xmpp ?? []);
    if (first === undefined || denied === undefined || pools.some(({ xmpp }) => xmpp?.value !== false)) return;
    const [pool] = federatingPools(spec).length > 0 ? federatingPools(spec) : pools;
    yield {
      at: denied.at,
      message: say`No Edge pool carries XMPP, so ${codes(partners.map(({ value }) => value))} cannot be reached. Enable XMPP federation for one pool in the topology, and publish it.`,
      related: [{ at: first.at, message: say`${code(first.value)} is reached only through the XMPP route.` }],
      fixes: pool
        ? [
            {
              title: say`State ${code('xmpp: true')} for ${code(pool.fqdn?.value ?? '')}`,
              safety: 'review',
              edits: [set([...pool.path, 'xmpp'], true)],
            },
          ]
        : [],
    };
  },
};
