import { argument } from '../../cmdlets/read.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { each, type Spec } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import type { Fix, Rule } from '../rule.ts';

export const verificationLevelNumeric: Rule = {
  id: 'verification-level-numeric',
  summary: say`A verification level written as a number.`,
  severity: 'info',
  persona: 'pedantic',
  facts: ['sources.provisioning-guide-2015', 'sources.new-public-provider'],

  *check(spec, { runbook }) {
    for (const command of runbook) {
      const { value, valueAt } = argument(command, 'VerificationLevel') ?? {};
      if (valueAt === undefined || typeof value !== 'string' || !/^\d+$/.test(value)) continue;
      const level = levelInSpec(spec, command);
      const line = each(spec.cmdlets).find(({ path }) => path.at(-1) === command.item);
      const fix: Fix | undefined =
        level === undefined || line?.verbatimAt === undefined
          ? undefined
          : {
              title: say`Write ${code(level)}, as the spec states`,
              safety: 'review',
              edits: [{ edit: 'text', at: valueAt, insert: level }],
            };
      yield {
        at: valueAt,
        message: say`Nobody can tell by reading which verification level ${code(value)} is, and the reference lists names alone. Write the name.`,
        fixes: fix ? [fix] : [],
      };
    }
  },
};

/** What the spec states as the level of the provider that a command is about. */
function levelInSpec({ providers }: Spec, command: RunbookCommand): string | undefined {
  const identity = argument(command, 'Identity')?.value;
  if (typeof identity !== 'string') return undefined;
  const isPublic = command.cmdlet.toLowerCase().endsWith('cspublicprovider');
  const entries = isPublic ? each(providers?.public) : each(providers?.hosting);
  return entries.find((entry) => entry.identity?.value.toLowerCase() === identity.toLowerCase())?.verificationLevel
    ?.value;
}
