import { accessEdgeConfigurationDefaults as usual } from '../spec/defaults.generated.ts';
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

/** Whether the Edge discovers partners, by default where it is not stated; undefined where the spec says nothing of its configuration. */
export function discovers({ edge }: Spec): boolean | undefined {
  if (edge?.configuration === undefined) return undefined;
  return edge.configuration.enablePartnerDiscovery?.value ?? usual.enablePartnerDiscovery;
}

/**
 * Whether partner discovery is off, and left so. Where nobody stated it beside partners who wait for it, it is the setting that is
 * missing, and all else is judged as if it were on.
 */
export function isDiscoveryOff(spec: Spec): boolean {
  const isAwaited = each(spec.domains?.discovered).length > 0;
  const isStated = spec.edge?.configuration?.enablePartnerDiscovery !== undefined;
  return discovers(spec) === false && (isStated || !isAwaited);
}

/** Parameters of the cmdlet that go with a default route alone. */
export const onlyWithDefaultRoute = [
  'useDefaultRouting',
  'defaultRouteFqdn',
  'isPublicProvider',
  'verificationLevel',
] as const;

export type Configuration = Located<AccessEdgeConfiguration>;
