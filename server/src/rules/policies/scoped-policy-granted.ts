import { quote } from '../../cmdlets/command.ts';
import { argumentFor, isOn, isUndone } from '../../cmdlets/resolved.ts';
import { readScope } from '../../deployment/policies.ts';
import { rewritten } from '../../edits/command-edits.ts';
import { offered } from '../../edits/fix.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import type { Rule } from '../rule.ts';

export const scopedPolicyGranted: Rule = {
  id: 'scoped-policy-granted',
  summary: say`The global policy, or that of a site, granted to a user.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines }) {
    for (const command of runbook) {
      const policy = command.verb === 'Grant' ? argumentFor(command, 'PolicyName') : undefined;
      if (typeof policy?.value !== 'string' || policy.valueAt === undefined) continue;
      // To a tenant as a whole other policies may be granted.
      if (policy.value.startsWith('$') || isOn(argumentFor(command, 'Global')) || isUndone(command)) continue;
      const { kind } = readScope(policy.value);
      if (kind === 'tag') continue;
      const writing = (insert: string) =>
        rewritten({ spec, lines }, command, [{ at: policy.valueAt ?? policy.at, insert }]);
      yield {
        at: policy.valueAt,
        message:
          kind === 'global'
            ? say`${code(policy.value)} is for all who are granted no other policy, and cannot be granted itself, so this command fails. Write ${code('$null')}, which takes the policy of a user back.`
            : say`${code(policy.value)} is a scope, and only policies with a name of their own are granted, so this command fails. Write ${code('$null')}, which takes the policy of a user back, or name one of those.`,
        fixes: [
          ...offered(say`Write ${code('$null')}`, writing('$null')),
          ...offered(say`Name another policy`, writing(quote(placeholder('policy to grant')))),
        ],
      };
    }
  },
};
