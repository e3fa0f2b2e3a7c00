import { inheritedProviders } from '../../deployment/ended-services.ts';
import { globalPolicy, missingFlags } from '../../deployment/policies.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { allowGlobally } from '../../edits/external-access.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const policyMissingForPublicCloud: Rule = {
  id: 'policy-missing-for-public-cloud',
  summary: say`An enabled public provider that no external access policy lets users reach.`,
  severity: 'warning',
  facts: ['providers', 'milestones.public-cloud-access-dead', 'milestones.provisioning-site-closed'],

  *check(spec, context) {
    const missing = missingFlags(spec, context);
    const [first, ...others] = [...activeProviders(spec, context), ...inheritedProviders(spec, context)].map(
      ({ identity }) => identity,
    );
    if (first === undefined || !missing.includes('enablePublicCloudAccess')) return;
    const stated = globalPolicy(spec)?.enablePublicCloudAccess;
    const denied = stated ? [{ at: stated.at, message: say`The global policy denies it here.` }] : [];
    yield {
      at: first.at,
      message: say`${code(first.value)} is enabled, but no external access policy has ${code('enablePublicCloudAccess: true')}, so no user can reach it. Allow it in a policy.`,
      related: [
        ...denied,
        ...others.map(({ at, value }) => ({ at, message: say`${code(value)} is out of reach for the same reason.` })),
      ],
      fixes: [
        {
          title: say`Allow public IM contacts in the global policy`,
          safety: 'review',
          edits: allowGlobally(spec, 'enablePublicCloudAccess', missing),
        },
      ],
    };
  },
};
