import { each, type Leaf, type Located, type Spec } from '../spec/model.ts';
import type { AccessEdgeConfiguration, EdgePool } from '../spec/spec.generated.ts';
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

/** The setting that chooses the default route; one that is only prepared beside DNS routing chooses nothing. */
export function defaultRouting({
  useDefaultRouting,
  useDnsSrvRouting,
  defaultRouteFqdn,
}: Configuration): Leaf<boolean> | Leaf<string> | undefined {
  if (useDefaultRouting !== undefined) return useDefaultRouting.value ? useDefaultRouting : undefined;
  return useDnsSrvRouting?.value === true ? undefined : defaultRouteFqdn;
}

/**
 * Whether the spec sends all federated traffic over a default route, so that no partner's records are looked up. One that cannot
 * stay, because enabled providers or the other way of routing stand beside it, is judged by what takes its place.
 */
export function isRoutedByDefault({ edge, providers }: Spec): boolean {
  const configuration = edge?.configuration;
  if (configuration === undefined || defaultRouting(configuration) === undefined) return false;
  const isRuledOut = [...each(providers?.public), ...each(providers?.hosting)].some(
    ({ enabled }) => enabled?.value === true,
  );
  return !isRuledOut && configuration.useDnsSrvRouting?.value !== true;
}

/** Parameters of the cmdlet that go with a default route alone. */
export const onlyWithDefaultRoute = [
  'useDefaultRouting',
  'defaultRouteFqdn',
  'isPublicProvider',
  'verificationLevel',
] as const;

export type Configuration = Located<AccessEdgeConfiguration>;
