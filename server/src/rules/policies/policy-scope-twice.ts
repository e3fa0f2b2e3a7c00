import { type ScopedPolicy, scopedPolicies, scopeKey } from '../../deployment/policies.ts';
import { code, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const policyScopeTwice: Rule = {
  id: 'policy-scope-twice',
  summary: say`Two policies of one kind for one scope.`,
  severity: 'error',
  facts: [],

  *check(spec) {
    for (const policies of scopedPolicies(spec)) {
      const seen = new Map<string, ScopedPolicy>();
      for (const policy of policies) {
        const { identity, scope, path } = policy;
        const first = seen.get(scopeKey(scope));
        if (first === undefined) {
          seen.set(scopeKey(scope), policy);
          continue;
        }
        yield {
          at: identity.at,
          message: say`${code(identity.value)} has a policy of this kind already, and a scope has only one. Merge the two.`,
          related: [{ at: first.identity.at, message: say`${code(first.identity.value)} first stands here.` }],
          fixes: [{ title: say`Remove this ${code(identity.value)}`, safety: 'review', edits: [remove(path)] }],
        };
      }
    }
  },
};
