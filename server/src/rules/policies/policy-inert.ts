import type { Catalog } from '../../catalog/catalog.generated.ts';
import { providerByIdentity } from '../../catalog/providers.ts';
import { reachedByFederation } from '../../deployment/partners.ts';
import type { AccessFlag } from '../../deployment/policies.ts';
import { run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { each, type Leaf, type Located, type Spec } from '../../spec/model.ts';
import type { ExternalAccessPolicy } from '../../spec/spec.generated.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Context, Finding, Rule } from '../rule.ts';

export const policyInert: Rule = {
  id: 'policy-inert',
  summary: say`A policy that allows what something else rules out.`,
  severity: 'warning',
  facts: ['milestones.public-cloud-access-dead', 'products', 'providers'],

  *check(spec, context) {
    const configuration = spec.edge?.configuration;
    const { allowFederatedUsers: federation, allowOutsideUsers: outside } = configuration ?? {};
    // With partners in the spec it is federation that is wrong, and another rule says so.
    const isMeant = reachedByFederation(spec, context).length > 0;
    for (const policy of each(spec.policies?.externalAccess)) {
      const federated = FEDERATED.filter((flag) => policy[flag]?.value === true);
      if (federation?.value === false && !isMeant) {
        yield* cleared(policy, federated, {
          why: say`federation is off`,
          remedy: say`turn federation on`,
          cause: federation,
        });
      }
      if (federation?.value !== false) {
        for (const flag of federated) yield* cleared(policy, [flag], REASONS[flag]?.(spec, policy, context));
      }
      if (policy.enableOutsideAccess?.value === true && outside?.value === false) {
        const reason = {
          why: say`the Edge admits no outside users`,
          remedy: say`set ${code('allowOutsideUsers')} to ${code(true)}`,
          cause: outside,
        };
        yield* cleared(policy, ['enableOutsideAccess'], reason);
      }
    }
  },
};

/** The flags that need federation to be on. */
const FEDERATED = [
  'enableFederationAccess',
  'enableXmppAccess',
  'enablePublicCloudAccess',
  'enablePublicCloudAudioVideoAccess',
] as const;

type Policy = Located<ExternalAccessPolicy>;

/** Why a flag has no effect, and what would give it one. */
interface Reason {
  readonly why: Message;
  readonly remedy?: Message;
  /** `error` where one flag of a policy denies outright what another one needs. */
  readonly severity?: 'error' | undefined;
  /** The setting that rules it out, where it is one. */
  readonly cause?: Leaf<boolean>;
}

/** What else than federation a flag needs. */
const REASONS: Readonly<
  Partial<Record<AccessFlag, (spec: Spec, policy: Policy, context: Context) => Reason | undefined>>
> = {
  enableXmppAccess(spec, policy, { catalog, faults }) {
    const product = spec.server?.product?.value;
    // A server without the gateway has no such flag at all.
    if (product !== undefined && catalog.products[product].xmpp !== 'built-in') return undefined;
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

  enablePublicCloudAccess(spec, _, { catalog, asOf, faults }) {
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

  enablePublicCloudAudioVideoAccess(spec, policy, { catalog, faults }) {
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

function lacks(policy: Policy, flag: AccessFlag, faults: Context['faults']): boolean {
  return policy[flag]?.value !== true && !isUnreadable(faults, [...policy.path, flag]);
}

/** One finding for the flags of a policy that have no effect for one reason, on the first of them. */
function* cleared(policy: Policy, flags: readonly AccessFlag[], reason: Reason | undefined): Iterable<Finding> {
  const [flag] = flags;
  const at = flag && policy[flag]?.at;
  if (at === undefined || reason === undefined) return;
  const names = codes(flags);
  const { why, remedy, cause, severity } = reason;
  const advice = remedy ? say`Turn off what has no effect, or ${remedy}.` : say`Turn it off.`;
  const values = Object.fromEntries(flags.map((one) => [one, false]));
  const command = policy.identity
    ? [run(commandOn('Set', policy.path, { identity: policy.identity.value, ...values }))]
    : [];
  yield {
    at,
    tag: 'unnecessary',
    ...(severity ? { severity } : {}),
    message:
      flags.length > 1
        ? say`${names} have no effect, because ${why}. ${advice}`
        : say`${names} has no effect, because ${why}. ${advice}`,
    related: cause ? [{ at: cause.at, message: say`This rules it out.` }] : [],
    fixes: [
      {
        title: say`Set ${names} to ${code(false)}`,
        safety: 'review',
        edits: [...flags.map((one) => set([...policy.path, one], false)), ...command],
      },
    ],
  };
}
