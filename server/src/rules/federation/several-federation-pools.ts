import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const severalFederationPools: Rule = {
  id: 'several-federation-pools',
  summary: say`More than one Edge pool that carries federation.`,
  severity: 'error',
  facts: [],

  *check(spec) {
    const carrying = each(spec.edge?.pools).filter(({ federation }) => federation?.value === true);
    const [first, ...others] = carrying;
    for (const { fqdn, accessEdgeFqdn, federation, path } of others) {
      if (first?.federation === undefined || federation === undefined) continue;
      const name = fqdn ?? accessEdgeFqdn;
      yield {
        at: federation.at,
        message: say`Federation and public IM connectivity of a deployment pass through one Edge pool, and another one carries them already. Turn federation off on all pools but one.`,
        related: [{ at: first.federation.at, message: say`This pool carries federation.` }],
        fixes: [
          {
            title: name ? say`Take federation off ${code(name.value)}` : say`Take federation off this pool`,
            safety: 'review',
            edits: [set([...path, 'federation'], false)],
          },
        ],
      };
    }
  },
};
