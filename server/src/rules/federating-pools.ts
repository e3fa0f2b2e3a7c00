import { each, type Located, type Spec } from '../spec/model.ts';
import type { EdgePool } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';

/** The Edge pools that carry federation: those that say so, else all that do not deny it. */
export function federatingPools(spec: Spec): readonly Located<EdgePool>[] {
  const pools = each(spec.edge?.pools);
  const stated = pools.filter(({ federation }) => federation?.value === true);
  return stated.length > 0 ? stated : pools.filter(({ federation }) => federation === undefined);
}

/** The public names of the Edge pools that carry federation, as names compare. */
export function accessEdgeNames(spec: Spec): readonly string[] {
  return federatingPools(spec).flatMap(({ accessEdgeFqdn }) => (accessEdgeFqdn ? [hostKey(accessEdgeFqdn.value)] : []));
}
