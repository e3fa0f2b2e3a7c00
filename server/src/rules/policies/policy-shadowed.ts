import { each } from '../../spec/model.ts';
import { code, codes, say } from '../../text/message.ts';
import type { AccessFlag } from '../external-access.ts';
import { readScope } from '../policy-scopes.ts';
import type { Rule } from '../rule.ts';

export const policyShadowed: Rule = {
  id: 'policy-shadowed',
  summary: say`A tag policy that takes away what the global or a site policy allows.`,
  severity: 'info',
  persona: 'auditor',
  facts: [],

  *check(spec) {
    const policies = each(spec.policies?.externalAccess);
    const tags = policies.filter(({ identity }) => identity && readScope(identity.value).kind === 'tag');
    const wider = policies.filter(({ identity }) => identity && !tags.some((tag) => tag.identity === identity));
    for (const tag of tags) {
      const denied = FLAGS.filter(
        (flag) => tag[flag]?.value === false && wider.some((policy) => policy[flag]?.value === true),
      );
      const [first] = denied;
      const at = first && tag[first]?.at;
      const allowing = wider.find((policy) => first && policy[first]?.value === true)?.identity;
      if (at === undefined || tag.identity === undefined || allowing === undefined) continue;
      yield {
        at,
        message: say`${code(tag.identity.value)} takes ${codes(denied)} away from those it is granted to, although ${code(allowing.value)} allows it: the policy of a user always wins. Make sure that it is meant.`,
        related: [{ at: allowing.at, message: say`${code(allowing.value)} allows it.` }],
      };
    }
  },
};

const FLAGS: readonly AccessFlag[] = [
  'enableFederationAccess',
  'enableXmppAccess',
  'enablePublicCloudAccess',
  'enablePublicCloudAudioVideoAccess',
  'enableOutsideAccess',
];
