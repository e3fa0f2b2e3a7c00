import { each, type Spec } from '../spec/model.ts';
import type { Grounds } from './grounds.ts';
import { hasPartners, isSomebodyReached } from './partners.ts';
import { isTenantAlone } from './tenant.ts';

/**
 * Whether the servers are to federate: the switch is on, or partners and providers are there that need it. Where it is off beside
 * them, the switch is what is wrong, and all else is judged as on the day on which that is mended.
 */
export function isFederationWanted(spec: Spec, context: Grounds): boolean {
  const configuration = spec.edge?.configuration;
  if (configuration?.allowFederatedUsers?.value === true) return true;
  return configuration !== undefined && isSomebodyReached(spec, context);
}

/** Whether federation is off at the servers, and meant to be. */
export function isFederationOff(spec: Spec, context: Grounds): boolean {
  return spec.edge?.configuration?.allowFederatedUsers?.value === false && !isFederationWanted(spec, context);
}

/** Whether federation is off in the tenant, and meant to be: neither partners nor the servers beside it ask for it. */
export function isTenantOff(spec: Spec, context: Grounds): boolean {
  const { tenant } = spec;
  if (tenant?.allowFederatedUsers?.value !== false) return false;
  if (!isTenantAlone(spec)) return !isFederationWanted(spec, context);
  return !hasPartners(spec) && each(tenant.allowedDomains).length === 0;
}
