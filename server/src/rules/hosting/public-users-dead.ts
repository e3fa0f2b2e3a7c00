import { argumentFor } from '../../cmdlets/resolved.ts';
import { withoutCommand } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { withoutParameter } from '../../edits/parameter-edits.ts';
import { code, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const publicUsersDead: Rule = {
  id: 'public-users-dead',
  summary: say`A tenant that allows public IM, which no longer exists.`,
  severity: 'warning',
  facts: ['milestones.public-cloud-access-dead'],
  scripts: true,

  *check(spec, { catalog, asOf, runbook, lines }) {
    const { date } = catalog.milestones['public-cloud-access-dead'];
    if (asOf < date) return;
    const allowed = spec.tenant?.allowPublicUsers;
    if (allowed?.value === true) {
      yield {
        at: allowed.at,
        tag: 'unnecessary',
        message: say`${code('allowPublicUsers')} has no effect since ${date}, when the last public IM service ended. Remove it.`,
        fixes: [{ title: say`Remove ${code('allowPublicUsers')}`, safety: 'review', edits: [remove(allowed.path)] }],
      };
    }
    const document = { spec, lines };
    for (const command of runbook) {
      const written =
        command.noun === 'CsTenantFederationConfiguration' ? argumentFor(command, 'AllowPublicUsers') : undefined;
      if (written === undefined) continue;
      const edits =
        command.parameters.length > 1
          ? withoutParameter(document, command, written)
          : withoutCommand(document, command, { runbook });
      const fixes: Fix[] = edits ? [{ title: say`Remove ${code('-AllowPublicUsers')}`, safety: 'review', edits }] : [];
      yield {
        at: written.at,
        message: say`${code('-AllowPublicUsers')} can no longer be used since ${date}, when the last public IM service ended. Remove it.`,
        fixes,
      };
    }
  },
};
