import { hasManagementShell } from '../../catalog/products.ts';
import { edgeServer } from '../../deployment/version-gap.ts';
import type { Fix } from '../../edits/fix.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Path } from '../../yaml/tree.ts';
import type { Rule } from '../rule.ts';

export const natWithHardwareLoadBalancer: Rule = {
  id: 'nat-with-hardware-load-balancer',
  summary: say`An Edge pool behind NAT and a hardware load balancer, which do not go together.`,
  severity: 'error',
  facts: [],

  *check(spec, { catalog }) {
    const product = edgeServer(spec)?.product;
    const balancesByDns = product === undefined || hasManagementShell(catalog, product);
    for (const { nat, loadBalancing } of each(spec.edge?.pools)) {
      if (nat?.value !== true || loadBalancing?.value !== 'hardware') continue;
      yield {
        at: nat.at,
        message: balancesByDns
          ? say`The Edge supports NAT only with DNS load balancing; behind a hardware load balancer its servers need public addresses. Use DNS load balancing, or do without NAT.`
          : say`The Edge does not support NAT with a hardware load balancer: its servers need public addresses. Do without NAT.`,
        related: [{ at: loadBalancing.at, message: say`This rules out NAT.` }],
        fixes: [
          ...(balancesByDns ? [byDns(loadBalancing.path)] : []),
          {
            title: say`Set ${code('nat')} to ${code(false)} and give each server a public address`,
            safety: 'review',
            edits: [set(nat.path, false)],
          },
        ],
      };
    }
  },
};

function byDns(path: Path): Fix {
  return {
    title: say`Set ${code('loadBalancing')} to ${code('dns')}`,
    safety: 'review',
    edits: [set(path, 'dns')],
  };
}
