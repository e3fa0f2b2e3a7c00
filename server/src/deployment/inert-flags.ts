import type { Catalog } from '../catalog/catalog.generated.ts';
import { providerByIdentity } from '../catalog/providers.ts';
import type { Fault } from '../spec/faults.ts';
import { each, type Leaf, type Located, type Spec } from '../spec/model.ts';
import type { ExternalAccessPolicy } from '../spec/spec.generated.ts';
import { isUnreadable } from '../spec/unreadable.ts';
import { code, type Message, say } from '../text/message.ts';
import type { GroundsWithFaults } from './grounds.ts';
import type { AccessFlag } from './policies.ts';
import { serverWithoutXmpp } from './xmpp-gateway.ts';

/** Why a flag has no effect, and what would give it one. */
export interface InertReason {
  readonly why: Message;
  readonly remedy?: Message;
  /** `error` where one flag of a policy denies outright what another one needs. */
  readonly severity?: 'error' | undefined;
  /** The setting that rules it out, where it is one. */
  readonly cause?: Leaf<boolean>;
}

interface About {
  readonly spec: Spec;
  readonly context: GroundsWithFaults;
}

type Policy = Located<ExternalAccessPolicy>;

/** Why a flag of a policy has no effect although federation is on; nothing where it may have one. */
export function whyInert(flag: AccessFlag, policy: Policy, about: About): InertReason | undefined {
  return REASONS[flag]?.(policy, about);
}

/** Which flags for people with a Teams account of their own have no effect, because the tenant shuts these out. */
export function shutOut(
  { tenant }: Spec,
  flags: readonly AccessFlag[],
): { readonly flags: readonly AccessFlag[]; readonly reason: InertReason } | undefined {
  const { allowTeamsConsumer: all, allowTeamsConsumerInbound: inbound } = tenant ?? {};
  if (all?.value === false) {
    const why = say`the tenant does not admit people with a personal account`;
    const remedy = say`set ${code('allowTeamsConsumer')} to ${code(true)}`;
    return { flags, reason: { why, remedy, cause: all } };
  }
  if (inbound?.value !== false) return undefined;
  const why = say`in the tenant nobody with a personal account may begin`;
  const remedy = say`set ${code('allowTeamsConsumerInbound')} to ${code(true)}`;
  return {
    flags: flags.filter((flag) => flag === 'enableTeamsConsumerInbound'),
    reason: { why, remedy, cause: inbound },
  };
}

/** What else than federation a flag needs. */
const REASONS: Readonly<Partial<Record<AccessFlag, (policy: Policy, about: About) => InertReason | undefined>>> = {
  enableXmppAccess(policy, { spec, context: { catalog, faults } }) {
    // A server without the gateway has no such flag at all.
    if (serverWithoutXmpp(spec, catalog)) return undefined;
    if (lacks(policy, 'enableFederationAccess', faults)) {
      return {
        why: say`XMPP partners are federated ones, and the policy does not allow these`,
        remedy: say`set ${code('enableFederationAccess')} to ${code(true)}`,
        severity: policy.enableFederationAccess ? 'error' : undefined,
      };
    }
    if (each(spec.domains?.xmpp).length > 0 || isUnreadable(faults, ['domains', 'xmpp'])) return undefined;
    return { why: say`the spec has no XMPP partner`, remedy: say`enter one in ${code('domains.xmpp')}` };
  },

  enablePublicCloudAccess(_, { spec, context: { catalog, asOf, faults } }) {
    // An enabled provider whose service has ended is what has to go first.
    if (each(spec.providers?.public).some(({ enabled }) => enabled?.value !== false)) return undefined;
    if (isUnreadable(faults, ['providers', 'public'])) return undefined;
    const { date } = catalog.milestones['public-cloud-access-dead'];
    if (asOf >= date) return { why: say`there has been no public provider since ${date}` };
    return {
      why: say`the spec has no enabled public provider`,
      remedy: say`enable one in ${code('providers.public')}`,
    };
  },

  enablePublicCloudAudioVideoAccess(policy, { spec, context: { catalog, faults } }) {
    if (lacks(policy, 'enablePublicCloudAccess', faults)) {
      return {
        why: say`the policy does not allow public IM contacts`,
        remedy: say`set ${code('enablePublicCloudAccess')} to ${code(true)}`,
        severity: policy.enablePublicCloudAccess ? 'error' : undefined,
      };
    }
    const enabled = each(spec.providers?.public).filter((entry) => entry.enabled?.value !== false);
    if (enabled.length === 0 || enabled.some(({ identity }) => maySpeak(catalog, identity?.value ?? '')))
      return undefined;
    return { why: say`no enabled provider of the spec has audio or video` };
  },
};

/** Whether a public provider has audio or video; one the catalog does not hold may. */
function maySpeak(catalog: Catalog, identity: string): boolean {
  const id = providerByIdentity(catalog, identity);
  return id === undefined || catalog.providers[id].capabilities.some((one) => one.id === 'audio' || one.id === 'video');
}

function lacks(policy: Policy, flag: AccessFlag, faults: readonly Fault[]): boolean {
  return policy[flag]?.value !== true && !isUnreadable(faults, [...policy.path, flag]);
}
