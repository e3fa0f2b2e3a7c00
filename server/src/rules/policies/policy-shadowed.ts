import { type AccessFlag, readScope } from '../../deployment/policies.ts';
import { run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { externalAccessPolicyDefaults as usual } from '../../spec/defaults.generated.ts';
import type { Fault } from '../../spec/faults.ts';
import { each, type Located } from '../../spec/model.ts';
import type { ExternalAccessPolicy } from '../../spec/spec.generated.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, codes, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const policyShadowed: Rule = {
  id: 'policy-shadowed',
  summary: say`A tag policy that takes away what the global or a site policy allows.`,
  severity: 'info',
  persona: 'auditor',
  facts: [],

  *check(spec, { faults }) {
    const policies = each(spec.policies?.externalAccess);
    const tags = policies.filter(({ identity }) => identity && readScope(identity.value).kind === 'tag');
    const wider = policies.filter(({ identity }) => identity && !tags.some((tag) => tag.identity === identity));
    for (const tag of tags) {
      const denied = FLAGS.filter(
        (flag) => isDenied(tag, flag, faults) && wider.some((policy) => policy[flag]?.value === true),
      );
      const [first] = denied;
      const at = denied.find((flag) => tag[flag]) ?? 'identity';
      const allowing = wider.find((policy) => first && policy[first]?.value === true)?.identity;
      if (first === undefined || tag.identity === undefined || allowing === undefined) continue;
      yield {
        at: (tag[at] ?? tag.identity).at,
        message: say`${code(tag.identity.value)} takes ${codes(denied)} away from those it is granted to, although ${code(allowing.value)} allows it: the policy of a user always wins. Keep it only if that is meant.`,
        related: [{ at: allowing.at, message: say`${code(allowing.value)} allows it.` }],
        fixes: [
          {
            title: say`Allow ${codes(denied)} in ${code(tag.identity.value)} as well`,
            safety: 'review',
            edits: [
              ...denied.map((flag) => set([...tag.path, flag], true)),
              run(
                commandOn('Set', tag.path, {
                  identity: tag.identity.value,
                  ...Object.fromEntries(denied.map((flag) => [flag, true])),
                }),
              ),
            ],
          },
        ],
      };
    }
  },
};

/** A flag that a new policy is made without is denied where nobody states it. */
function isDenied(tag: Located<ExternalAccessPolicy>, flag: AccessFlag, faults: readonly Fault[]): boolean {
  const stated = tag[flag]?.value ?? new Map<string, unknown>(Object.entries(usual)).get(flag);
  return stated === false && !isUnreadable(faults, [...tag.path, flag]);
}

const FLAGS: readonly AccessFlag[] = [
  'enableFederationAccess',
  'enableXmppAccess',
  'enablePublicCloudAccess',
  'enablePublicCloudAudioVideoAccess',
  'enableOutsideAccess',
];
