import { isUndone, type ResolvedCommand, textFor } from '../../cmdlets/resolved.ts';
import { readScope, type ScopedPolicy, scopedPolicies, scopeKey } from '../../deployment/policies.ts';
import { type Fix, run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { remove, set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const policyNotGranted: Rule = {
  id: 'policy-not-granted',
  summary: say`A tag policy that is granted to nobody.`,
  severity: 'warning',
  facts: [],

  *check(spec, { runbook, faults }) {
    const granted = new Set(runbook.flatMap((command) => grantedBy(command) ?? []));
    for (const policy of scopedPolicies(spec).flat()) {
      const { identity, scope, path } = policy;
      if (scope.kind !== 'tag' || isUnreadable(faults, [...path, 'grantedTo'])) continue;
      if (policy.grantees > 0) continue;
      // A name that only the shell could compute may be this one.
      if (granted.has(policy.noun) || granted.has(`${policy.noun} ${scopeKey(scope)}`)) continue;
      yield {
        at: identity.at,
        message: say`${code(identity.value)} is granted to nobody, and a policy with a name of its own applies to nobody else. Name its users in ${code('grantedTo')}, or remove it.`,
        fixes: [granting(policy), removing(policy)],
      };
    }
  },
};

/** Each policy has its own placeholder: a user is granted one policy of a kind. */
function granting({ noun, scope, path }: ScopedPolicy): Fix {
  const name = 'name' in scope ? scope.name : '';
  const user = placeholder(`user of ${name.replace(/[^A-Za-z0-9 -]+/g, ' ')}`.trim());
  return {
    title: say`Grant ${code(name)} to a user`,
    safety: 'review',
    edits: [
      set([...path, 'grantedTo'], [user]),
      run({ cmdlet: `Grant-${noun}`, parameters: { Identity: user, PolicyName: name } }),
    ],
  };
}

function removing({ identity, path }: ScopedPolicy): Fix {
  return {
    title: say`Remove ${code(identity.value)}`,
    safety: 'review',
    edits: [remove(path), run(commandOn('Remove', path, { identity: identity.value }))],
  };
}

/** The kind of policy that a command grants, and which it is, where that can be told. */
function grantedBy(command: ResolvedCommand): string | undefined {
  if (command.known === undefined || command.verb !== 'Grant' || isUndone(command)) return undefined;
  const name = textFor(command, 'PolicyName');
  return name === undefined ? command.noun : `${command.noun} ${scopeKey(readScope(name))}`;
}
