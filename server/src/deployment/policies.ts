import type { Catalog } from '../catalog/catalog.generated.ts';
import { nouns } from '../catalog/nouns.ts';
import { hasManagementShell, supportsPublicIm } from '../catalog/products.ts';
import { each, keyRange, type Leaf, type List, type Located, type Place, type Spec } from '../spec/model.ts';
import type { ExternalAccessPolicy } from '../spec/spec.generated.ts';
import { isUnreadable } from '../spec/unreadable.ts';
import type { Range } from '../text/range.ts';
import { discovers } from './edge.ts';
import { inheritedProviders } from './ended-services.ts';
import { isFederationWanted } from './federation.ts';
import type { GroundsWithFaults } from './grounds.ts';
import { hasPartnersOfPeople } from './partners.ts';
import { activeProviders } from './public-providers.ts';
import { isTenantAlone } from './tenant.ts';
import { edgeServer, frontServer } from './version-gap.ts';

/** What an external access policy can allow its users. */
export type AccessFlag = Exclude<
  {
    [K in keyof ExternalAccessPolicy]-?: NonNullable<ExternalAccessPolicy[K]> extends boolean ? K : never;
  }[keyof ExternalAccessPolicy],
  undefined
>;

/** The flags that the spec needs in some policy, and that none of its policies has. */
export function missingFlags(spec: Spec, context: GroundsWithFaults): readonly AccessFlag[] {
  const { catalog, asOf, faults } = context;
  if (hasNoPolicies(spec, catalog)) return [];
  if (isUnreadable(faults, ['policies', 'externalAccess'])) return [];
  // Policies are those of the users, and messages with a public provider pass through the Edge.
  const edge = edgeServer(spec)?.product;
  const federated = isTenantAlone(spec)
    ? isRefusedByTenant(spec)
    : isFederationWanted(spec, context) && (discovers(spec) === true || hasPartnersOfPeople(spec, catalog));
  const publicIm =
    asOf < catalog.milestones['public-cloud-access-dead'].date &&
    (edge === undefined || supportsPublicIm(catalog, edge, asOf)) &&
    activeProviders(spec, context).length + inheritedProviders(spec, context).length > 0;
  const needed: AccessFlag[] = [
    ...(federated ? (['enableFederationAccess'] as const) : []),
    ...(publicIm ? (['enablePublicCloudAccess'] as const) : []),
  ];
  const policies = each(spec.policies?.externalAccess);
  return needed.filter(
    (flag) => !policies.some((policy) => policy[flag]?.value === true || isUnreadable(faults, [...policy.path, flag])),
  );
}

/** Whether a tenant federates and the policy of everybody refuses it. What it says unasked is disputed, so it has to be stated. */
function isRefusedByTenant(spec: Spec): boolean {
  const isOn = spec.tenant?.allowFederatedUsers?.value === true;
  return isOn && globalPolicy(spec)?.enableFederationAccess?.value === false;
}

/** Whether the users are homed on a server that knows no external access policies, whatever stands on the Edge. */
export function hasNoPolicies(spec: Spec, catalog: Catalog): boolean {
  const home = frontServer(spec)?.product;
  return home !== undefined && !hasManagementShell(catalog, home);
}

/** The policy that holds for everybody who has no other one, where the spec states it. */
export function globalPolicy(spec: Spec): Located<ExternalAccessPolicy> | undefined {
  return each(spec.policies?.externalAccess).find(({ identity }) => identity?.value.toLowerCase() === 'global');
}

/** Where it is seen that no policy has a flag: its value in the global policy, else that policy, else the list. */
export function placeOfFlag(spec: Spec, flag: AccessFlag): Range | undefined {
  const global = globalPolicy(spec);
  const list = spec.policies?.externalAccess;
  return global?.[flag]?.at ?? global?.identity?.at ?? (list && keyRange(list));
}

/** The scope of a policy: everybody, a site, or those to whom a tag is granted. */
export type Scope =
  | { readonly kind: 'global' }
  | { readonly kind: 'site' | 'tag'; readonly name: string }
  | { readonly kind: 'other'; readonly prefix: string };

/** A policy of the spec with the scope it is named by. */
export interface ScopedPolicy extends Place {
  readonly identity: Leaf<string>;
  readonly scope: Scope;
  /** How many users and groups the spec grants it to. */
  readonly grantees: number;
  /** The noun of its cmdlets. */
  readonly noun: typeof nouns.externalAccessPolicy | typeof nouns.mobilityPolicy;
}

/** The scope that a policy is named by; the shell writes a tag also as `tag:NAME`. */
export function readScope(identity: string): Scope {
  const text = identity.trim();
  const colon = text.indexOf(':');
  if (colon < 0) return text.toLowerCase() === 'global' ? { kind: 'global' } : { kind: 'tag', name: text };
  const prefix = text.slice(0, colon).toLowerCase();
  const name = text.slice(colon + 1).trim();
  return (prefix === 'site' || prefix === 'tag') && name !== '' ? { kind: prefix, name } : { kind: 'other', prefix };
}

/** A scope in the form in which scopes compare. */
export function scopeKey(scope: Scope): string {
  return [scope.kind, 'name' in scope ? scope.name.toLowerCase() : ''].join(':');
}

/** The policies of the spec that have a scope, kind by kind. */
export function scopedPolicies({ policies }: Spec): readonly (readonly ScopedPolicy[])[] {
  const scoped = (list: readonly Policy[], noun: ScopedPolicy['noun']) =>
    list.flatMap(({ at, keyAt, path, identity, grantedTo }) => {
      if (identity === undefined) return [];
      return [{ at, keyAt, path, identity, scope: readScope(identity.value), grantees: each(grantedTo).length, noun }];
    });
  return [
    scoped(each(policies?.externalAccess), nouns.externalAccessPolicy),
    scoped(each(policies?.mobility), nouns.mobilityPolicy),
  ];
}

type Policy = Place & { readonly identity?: Leaf<string>; readonly grantedTo?: List<string> };
