import { nouns } from '../../catalog/nouns.ts';
import { quote } from '../../cmdlets/command.ts';
import { argumentFor } from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { readScope, type Scope, scopedPolicies } from '../../deployment/policies.ts';
import { type Document, rewritten } from '../../edits/command-edits.ts';
import type { Fix, SpecEdit } from '../../edits/fix.ts';
import { code, type Message, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { set } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const policyScopeUnknown: Rule = {
  id: 'policy-scope-unknown',
  summary: say`A policy for a scope that does not exist or cannot be created.`,
  severity: 'error',
  facts: [],
  scripts: true,

  *check(spec, { runbook, lines }) {
    for (const { identity, scope } of scopedPolicies(spec).flat()) {
      const message = scopeRefused(identity.value, scope);
      if (message) yield { at: identity.at, message, fixes: naming(scope, (name) => [set(identity.path, name)]) };
    }
    for (const command of runbook) {
      const identity = argumentFor(command, 'Identity');
      if (!NOUNS.includes(command.noun) || typeof identity?.value !== 'string') continue;
      const at = identity.valueAt ?? identity.at;
      const scope = readScope(identity.value);
      const message = scopeRefused(identity.value, scope);
      const document = { spec, lines };
      if (message) {
        const writing = (name: string) => rewritten(document, command, [{ at, insert: quote(name) }]);
        yield { at, message, fixes: naming(scope, writing) };
      } else if (command.verb === 'New' && scope.kind === 'global') yield newGlobal(command, document);
    }
  },
};

const NOUNS: readonly string[] = [nouns.externalAccessPolicy, nouns.mobilityPolicy];

function scopeRefused(identity: string, scope: Scope): Message | undefined {
  if (scope.kind !== 'other') return undefined;
  return scope.prefix === 'site' || scope.prefix === 'tag'
    ? say`${code(identity)} names no ${scope.prefix}, so the server refuses the policy. Write the name after the colon.`
    : say`${code(`${scope.prefix}:`)} is no scope of a policy, so the server refuses ${code(identity)}. Write ${code('global')}, ${code('site:')} with a site, or a tag.`;
}

/** What the server has scopes for is a site; a tag is a name alone. */
function naming(scope: Scope, write: (name: string) => readonly SpecEdit[] | undefined): readonly Fix[] {
  const prefix = scope.kind === 'other' ? scope.prefix.replace(/[^a-z0-9-]/g, '') : '';
  const isKnown = prefix === 'site' || prefix === 'tag';
  const name = isKnown
    ? `${prefix}:${placeholder(`name of the ${prefix}`)}`
    : `site:${placeholder(`site of the ${prefix}`)}`;
  const edits = write(name);
  const title = isKnown ? say`Enter the name after the colon` : say`Make it the policy of a site`;
  return edits ? [{ title, safety: 'review', edits }] : [];
}

function newGlobal(command: RunbookCommand, document: Document): Finding {
  const { cmdlet, at } = command;
  const set = cmdlet.replace(/^new/i, 'Set');
  const edits = rewritten(document, command, [{ at, insert: set }]);
  return {
    at,
    message: say`The global policy is always there, so ${code(cmdlet)} fails. Use ${code(set)}.`,
    fixes: edits ? [{ title: say`Use ${code(set)}`, safety: 'safe', edits }] : [],
  };
}
