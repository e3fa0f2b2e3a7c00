import { argument } from '../../cmdlets/read.ts';
import { code, type Message, say } from '../../text/message.ts';
import { readScope, type Scope, scopedPolicies } from '../policy-scopes.ts';
import type { Finding, Rule } from '../rule.ts';

export const policyScopeUnknown: Rule = {
  id: 'policy-scope-unknown',
  summary: say`A policy for a scope that does not exist or cannot be created.`,
  severity: 'error',
  facts: [],

  *check(spec, { runbook }) {
    for (const { identity, scope } of scopedPolicies(spec).flat()) {
      const message = messageFor(identity.value, scope);
      if (message) yield { at: identity.at, message };
    }
    for (const command of runbook) {
      const [verb = '', noun = ''] = command.cmdlet.split('-');
      const identity = argument(command, 'Identity');
      if (!NOUNS.includes(noun.toLowerCase()) || typeof identity?.value !== 'string') continue;
      const at = identity.valueAt ?? identity.at;
      const scope = readScope(identity.value);
      const message = messageFor(identity.value, scope);
      if (message) yield { at, message };
      else if (verb.toLowerCase() === 'new' && scope.kind === 'global') yield newGlobal(command.cmdlet, command.at);
    }
  },
};

const NOUNS: readonly string[] = ['csexternalaccesspolicy', 'csmobilitypolicy'];

function messageFor(identity: string, scope: Scope): Message | undefined {
  if (scope.kind !== 'other') return undefined;
  return scope.prefix === 'site' || scope.prefix === 'tag'
    ? say`${code(identity)} names no ${scope.prefix}, so the server refuses the policy. Write the name behind the colon.`
    : say`${code(`${scope.prefix}:`)} is no scope of a policy, so the server refuses ${code(identity)}. Write ${code('global')}, ${code('site:')} with a site, or a tag.`;
}

function newGlobal(cmdlet: string, at: Finding['at']): Finding {
  const set = cmdlet.replace(/^new/i, 'Set');
  return {
    at,
    message: say`The global policy is always there, so ${code(cmdlet)} fails. Use ${code(set)}.`,
    fixes: [{ title: say`Use ${code(set)}`, safety: 'safe', edits: [{ edit: 'text', at, insert: set }] }],
  };
}
