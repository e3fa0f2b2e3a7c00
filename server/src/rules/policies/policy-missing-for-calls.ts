import { globalPolicy, hasNoPolicies, missingFlags } from '../../deployment/policies.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { allowGlobally } from '../../edits/external-access.ts';
import { each } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const policyMissingForCalls: Rule = {
  id: 'policy-missing-for-calls',
  summary: say`Calls with a public provider that are wanted, and that no external access policy allows.`,
  severity: 'warning',
  facts: ['providers', 'sources.media-encryption'],
  misses: ['policies.externalAccess.*.enablePublicCloudAudioVideoAccess'],

  *check(spec, context) {
    const { catalog, faults } = context;
    if (hasNoPolicies(spec, catalog)) return;
    const policies = each(spec.policies?.externalAccess);
    const isToOpen = missingFlags(spec, context).includes('enablePublicCloudAccess');
    const global = globalPolicy(spec);
    const open = policies.filter(
      (policy) => policy.enablePublicCloudAccess?.value === true || (isToOpen && policy === global),
    );
    if ((open.length === 0 && !isToOpen) || isUnreadable(faults, ['policies', 'externalAccess'])) return;
    if (open.some(({ enablePublicCloudAudioVideoAccess: calls }) => calls?.value === true)) return;
    const stated = global?.enablePublicCloudAudioVideoAccess;
    for (const { entry, known } of activeProviders(spec, context)) {
      const able = new Set<string>(known?.capabilities.map(({ id }) => id));
      const wanted = each(entry.capabilities).find(({ value }) => CALLS.includes(value) && able.has(value));
      if (wanted === undefined) continue;
      yield {
        at: wanted.at,
        message: say`${code(wanted.value)} is wanted, but no policy that allows public contacts has ${code('enablePublicCloudAudioVideoAccess: true')}, so calls fail. Allow it in a policy.`,
        related: stated ? [{ at: stated.at, message: say`The global policy denies it here.` }] : [],
        fixes: [
          {
            title: say`Allow calls with public contacts in the global policy`,
            safety: 'review',
            edits: allowGlobally(spec, 'enablePublicCloudAudioVideoAccess', [
              'enablePublicCloudAccess',
              'enablePublicCloudAudioVideoAccess',
            ]),
          },
        ],
      };
    }
  },
};

const CALLS: readonly string[] = ['audio', 'video'];
