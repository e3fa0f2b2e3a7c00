import { isFederationOff } from '../../deployment/federation.ts';
import { reachedByFederation } from '../../deployment/partners.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const federationPoolMissing: Rule = {
  id: 'federation-pool-missing',
  summary: say`Federation that no Edge pool carries.`,
  severity: 'error',
  facts: ['providers'],

  *check(spec, context) {
    const allowed = spec.edge?.configuration?.allowFederatedUsers;
    const pools = each(spec.edge?.pools);
    if (isFederationOff(spec, context) || pools.some(({ federation }) => federation?.value !== false)) return;
    const wanted = allowed?.value ? allowed : reachedByFederation(spec, context)[0];
    const [first, ...others] = pools;
    if (wanted === undefined || first?.federation === undefined) return;
    const name = first.fqdn ?? first.accessEdgeFqdn;
    yield {
      at: first.federation.at,
      message: say`Federation is wanted, yet the topology routes it to no Edge pool, so the Edge refuses partners and providers alike. Enable federation on one pool, and publish the topology.`,
      related: [
        { at: wanted.at, message: say`This needs federation.` },
        ...others.flatMap(({ federation }) =>
          federation ? [{ at: federation.at, message: say`Federation is off on this pool too.` }] : [],
        ),
      ],
      fixes: [
        {
          title: name ? say`Let ${code(name.value)} carry federation` : say`Let this pool carry federation`,
          safety: 'review',
          edits: [set([...first.path, 'federation'], true)],
        },
      ],
    };
  },
};
