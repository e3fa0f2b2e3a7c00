import { nouns } from '../../catalog/nouns.ts';
import { quote } from '../../cmdlets/command.ts';
import { argumentFor, type ResolvedCommand, textFor } from '../../cmdlets/resolved.ts';
import { rewritten } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { each, type Spec } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import type { Rule } from '../rule.ts';

export const verificationLevelNumeric: Rule = {
  id: 'verification-level-numeric',
  summary: say`A verification level written as a number.`,
  severity: 'info',
  persona: 'pedantic',
  facts: ['sources.provisioning-guide-2015', 'sources.new-public-provider'],
  scripts: true,

  *check(spec, { runbook, lines }) {
    for (const command of runbook) {
      const { value, valueAt } = argumentFor(command, 'VerificationLevel') ?? {};
      if (valueAt === undefined || typeof value !== 'string' || !/^\d+$/.test(value)) continue;
      const level = levelInSpec(spec, command);
      const insert = level ?? quote(placeholder('verification level'));
      const edits = rewritten({ spec, lines }, command, [{ at: valueAt, insert }]);
      const fix: Fix | undefined = edits && {
        title: level === undefined ? say`Enter the name of the level` : say`Write ${code(level)}, as the spec states`,
        safety: 'review',
        edits,
      };
      yield {
        at: valueAt,
        message: say`Nobody can tell by reading which verification level ${code(value)} is, and the reference lists only names. Write the name.`,
        fixes: fix ? [fix] : [],
      };
    }
  },
};

/** What the spec states as the level of the provider that a command is about. */
function levelInSpec({ providers }: Spec, command: ResolvedCommand): string | undefined {
  const identity = textFor(command, 'Identity');
  if (identity === undefined) return undefined;
  const isPublic = command.noun === nouns.publicProvider;
  const entries = isPublic ? each(providers?.public) : each(providers?.hosting);
  return entries.find((entry) => entry.identity?.value.toLowerCase() === identity.toLowerCase())?.verificationLevel
    ?.value;
}
