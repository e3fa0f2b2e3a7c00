import { hasManagementShell, supportsPublicIm } from '../catalog/products.ts';
import { each, keyOf, type Located, type Spec } from '../spec/model.ts';
import type { ExternalAccessPolicy } from '../spec/spec.generated.ts';
import type { Range } from '../text/range.ts';
import { append, set, type TreeEdit, type Value } from '../yaml/edit.ts';
import { partnersOfPeople } from './partners.ts';
import { activeProviders } from './public-providers.ts';
import { type Context, run, type SpecEdit } from './rule.ts';
import { isUnreadable } from './unreadable.ts';

/** What an external access policy can allow its users. */
export type AccessFlag = Exclude<keyof ExternalAccessPolicy, 'identity' | 'description' | 'grantedTo'>;

/** The flags that the spec needs in some policy, and that none of its policies has. */
export function missingFlags(spec: Spec, context: Context): readonly AccessFlag[] {
  const { catalog, asOf, faults } = context;
  const product = spec.server?.product?.value;
  if (product !== undefined && !hasManagementShell(catalog, product)) return [];
  if (isUnreadable(faults, ['policies', 'externalAccess'])) return [];
  const configuration = spec.edge?.configuration;
  const federated =
    configuration?.allowFederatedUsers?.value === true &&
    (configuration.enablePartnerDiscovery?.value === true || partnersOfPeople(spec, catalog).length > 0);
  const publicIm =
    configuration?.allowFederatedUsers?.value !== false &&
    asOf < catalog.milestones['public-cloud-access-dead'].date &&
    (product === undefined || supportsPublicIm(catalog, product, asOf)) &&
    activeProviders(spec, context).length > 0;
  const needed: AccessFlag[] = [
    ...(federated ? (['enableFederationAccess'] as const) : []),
    ...(publicIm ? (['enablePublicCloudAccess'] as const) : []),
  ];
  const policies = each(spec.policies?.externalAccess);
  return needed.filter(
    (flag) => !policies.some((policy) => policy[flag]?.value === true || isUnreadable(faults, [...policy.path, flag])),
  );
}

/** The policy that holds for everybody who has no other one, where the spec states it. */
export function globalPolicy(spec: Spec): Located<ExternalAccessPolicy> | undefined {
  return each(spec.policies?.externalAccess).find(({ identity }) => identity?.value.toLowerCase() === 'global');
}

/** Where it is seen that no policy has a flag: its value in the global policy, else that policy, else the list. */
export function placeOfFlag(spec: Spec, flag: AccessFlag): Range | undefined {
  const global = globalPolicy(spec);
  const list = spec.policies?.externalAccess;
  return global?.[flag]?.at ?? global?.identity?.at ?? (list && keyOf(list));
}

/** Sets a flag in the global policy. Where the spec does not state that policy, it is written with all `missing` flags. */
export function allowGlobally(spec: Spec, flag: AccessFlag, missing: readonly AccessFlag[]): readonly SpecEdit[] {
  const global = globalPolicy(spec);
  const flags = global ? [flag] : missing;
  const parameters = Object.fromEntries(flags.map((one) => [parameterOf(one), true]));
  const policy = { identity: 'global', ...Object.fromEntries(flags.map((one) => [one, true])) };
  return [
    global ? set([...global.path, flag], true) : entered(spec, policy),
    run('Set-CsExternalAccessPolicy', { Identity: 'global', ...parameters }),
  ];
}

function entered(spec: Spec, policy: Value): TreeEdit {
  const path = ['policies', 'externalAccess'];
  return each(spec.policies?.externalAccess).length > 0 ? append(path, policy) : set(path, [policy]);
}

/** The cmdlet parameter of a key: `enableXmppAccess` is `-EnableXmppAccess`. */
export function parameterOf(flag: AccessFlag): string {
  return flag.charAt(0).toUpperCase() + flag.slice(1);
}
