import { effectsOf } from '../../cmdlets/effect.ts';
import { type LateRemoval, lateRemovals } from '../../cmdlets/late-removals.ts';
import type { Fix } from '../../edits/fix.ts';
import { movedBefore } from '../../edits/own-line.ts';
import { code, say } from '../../text/message.ts';
import type { Finding, Rule } from '../rule.ts';

export const creationBeforeRemoval: Rule = {
  id: 'creation-before-removal',
  summary: say`A command that makes an object before another one removes what stands in its way.`,
  severity: 'error',
  scripts: true,
  facts: ['providers', 'sources.new-public-provider'],

  *check(spec, { catalog, runbook, lines }) {
    for (const late of lateRemovals(effectsOf(runbook), catalog)) {
      const { creation, removal } = late;
      const edits = movedBefore({ spec, lines }, removal.command, creation.command);
      const fix: Fix | undefined = edits && { title: say`Put the removal first`, safety: 'review', edits };
      yield {
        ...described(late),
        related: [{ at: removal.command.at, message: say`This removal comes too late.` }],
        fixes: fix ? [fix] : [],
      };
    }
  },
};

function described({ creation, removal, proxy }: LateRemoval): Pick<Finding, 'at' | 'message' | 'severity'> {
  const removes = code(removal.command.cmdlet);
  const name = code(creation.name);
  if (proxy === undefined) {
    return {
      at: creation.nameAt,
      severity: 'warning',
      message: say`${name} is removed again further down by ${removes}; if it is meant to be made anew, this command fails while the old one is there. Put the removal first.`,
    };
  }
  const setting = creation.settings.find(({ name: parameter }) => parameter === 'ProxyFqdn');
  const other = code(removal.name);
  return {
    at: setting?.at ?? creation.command.at,
    message: say`${other} has this proxy until ${removes} comes further down, and no two providers can have one proxy, so ${name} cannot be made here. Remove ${other} first.`,
  };
}
