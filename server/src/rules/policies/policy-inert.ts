import { hybridProvider } from '../../deployment/hosting-providers.ts';
import { type InertReason, shutOut, whyInert } from '../../deployment/inert-flags.ts';
import { isSomebodyReached } from '../../deployment/partners.ts';
import type { AccessFlag } from '../../deployment/policies.ts';
import { run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { each, type Leaf, type Located } from '../../spec/model.ts';
import type { ExternalAccessPolicy } from '../../spec/spec.generated.ts';
import { code, codes, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const policyInert: Rule = {
  id: 'policy-inert',
  summary: say`A policy that allows what something else rules out.`,
  severity: 'warning',
  facts: ['milestones.public-cloud-access-dead', 'products', 'providers'],
  misses: ['edge.configuration', 'providers.public.*.enabled'],

  *check(spec, context) {
    const configuration = spec.edge?.configuration;
    const { allowFederatedUsers: federation, allowOutsideUsers: outside } = configuration ?? {};
    // With partners in the spec it is federation that is wrong, and another rule says so.
    const isMeant = isSomebodyReached(spec, context);
    for (const policy of each(spec.policies?.externalAccess)) {
      const on = (flags: readonly AccessFlag[]) => flags.filter((flag) => policy[flag]?.value === true);
      const federated = on(FEDERATED);
      if (federation?.value === false && !isMeant) {
        yield* cleared(policy, leavesOf(policy, federated), {
          why: say`federation is off`,
          remedy: say`turn federation on`,
          cause: federation,
        });
      }
      if (federation?.value !== false || isMeant) {
        for (const flag of federated)
          yield* cleared(policy, leavesOf(policy, [flag]), whyInert(flag, policy, { spec, context }));
      }
      // In a hybrid the Edge has to admit them, and another rule says so.
      if (outside?.value === false && !hybridProvider(spec, context.catalog)) {
        yield* cleared(policy, leavesOf(policy, on(['enableOutsideAccess'])), {
          why: say`the Edge admits no outside users`,
          remedy: say`set ${code('allowOutsideUsers')} to ${code(true)}`,
          cause: outside,
        });
      }
      // Servers do not know these flags, which is told.
      const shut = spec.server ? undefined : shutOut(spec, on(CONSUMERS));
      if (shut) yield* cleared(policy, leavesOf(policy, shut.flags), shut.reason);
    }
    for (const policy of each(spec.policies?.mobility)) {
      const { enableMobility: mobile, enableOutsideVoice: voice } = policy;
      if (mobile?.value !== false || voice?.value !== true) continue;
      yield* cleared(policy, [voice], {
        why: say`the policy lets nobody sign in with the mobile client`,
        remedy: say`set ${code('enableMobility')} to ${code(true)}`,
        cause: mobile,
      });
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

/** The flags for people with a Teams account of their own, which the tenant admits or not. */
const CONSUMERS = ['enableTeamsConsumerAccess', 'enableTeamsConsumerInbound'] as const;

function leavesOf(policy: Located<ExternalAccessPolicy>, flags: readonly AccessFlag[]): readonly Leaf<boolean>[] {
  return flags.flatMap((flag) => policy[flag] ?? []);
}

/** One finding for the flags of a policy that have no effect for one reason, on the first of them. */
function* cleared(
  policy: Pick<Located<ExternalAccessPolicy>, 'path' | 'identity'>,
  flags: readonly Leaf<boolean>[],
  reason: InertReason | undefined,
): Iterable<Finding> {
  const [flag] = flags;
  if (flag === undefined || reason === undefined) return;
  const keys = flags.map(({ path }) => String(path.at(-1)));
  const names = codes(keys);
  const { why, remedy, cause, severity } = reason;
  const advice = remedy ? say`Turn off what has no effect, or ${remedy}.` : say`Turn it off.`;
  const values = Object.fromEntries(keys.map((one) => [one, false]));
  const command = policy.identity
    ? [run(commandOn('Set', policy.path, { identity: policy.identity.value, ...values }))]
    : [];
  yield {
    at: flag.at,
    subjects: keys,
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
        edits: [...flags.map(({ path }) => set(path, false)), ...command],
      },
    ],
  };
}
