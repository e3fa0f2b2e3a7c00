import { xmppPartners } from '../../deployment/xmpp.ts';
import { run } from '../../edits/fix.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const xmppSurvivableBranch: Rule = {
  id: 'xmpp-survivable-branch',
  summary: say`XMPP partners for users on a Survivable Branch Appliance.`,
  severity: 'warning',
  facts: ['sources.planning-federation'],

  *check(spec, context) {
    const [first] = xmppPartners(spec, context).map(({ domain }) => domain);
    const policies = each(spec.policies?.externalAccess);
    const denied = policies.length > 0 && policies.every(({ enableXmppAccess }) => enableXmppAccess?.value === false);
    if (first === undefined || denied) return;
    for (const { identity, survivableBranchUsers: users } of each(spec.domains?.sip)) {
      if (identity === undefined || users === undefined || users.value === 0) continue;
      yield {
        at: users.at,
        message: say`${code(identity.value)} has ${users.value} users on a Survivable Branch Appliance, for whom XMPP partners such as ${code(first.value)} are out of reach. Move those who need them to a pool.`,
        fixes: [
          {
            title: say`Move those who need XMPP partners to a pool`,
            safety: 'review',
            edits: [
              set(users.path, 0),
              run({
                cmdlet: 'Move-CsUser',
                parameters: { Identity: placeholder('user on the branch appliance'), Target: placeholder('pool') },
              }),
            ],
          },
        ],
        related: [{ at: first.at, message: say`This partner is reached over XMPP.` }],
      };
    }
  },
};
