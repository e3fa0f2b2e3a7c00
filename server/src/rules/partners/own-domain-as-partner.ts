import { isAllowed, partnersOneByOne } from '../../deployment/partners.ts';
import { commandOn } from '../../edits/object-command.ts';
import { runOnServer } from '../../edits/server-command.ts';
import { each } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const ownDomainAsPartner: Rule = {
  id: 'own-domain-as-partner',
  summary: say`A SIP domain of your own among the partners.`,
  severity: 'warning',
  facts: [],
  values: true,

  *check(spec, { catalog, beside }) {
    const sip = [...each(beside?.domains?.sip), ...each(spec.domains?.sip)];
    const own = new Map(sip.flatMap(({ identity }) => (identity ? [[hostKey(identity.value), identity]] : [])));
    for (const entry of partnersOneByOne(spec)) {
      const { domain, path } = entry;
      const ours = own.get(hostKey(domain.value));
      if (ours === undefined) continue;
      yield {
        at: domain.at,
        message: say`${code(domain.value)} is a SIP domain of your own, and its messages do not leave by federation; users of it elsewhere belong to a hosting provider. Remove it from the partners.`,
        related: [{ at: ours.at, message: say`It is your own domain here.` }],
        fixes: [
          {
            title: say`Remove ${code(domain.value)} from the partners`,
            safety: 'review',
            edits: [
              remove(path),
              ...(isAllowed(entry)
                ? runOnServer(spec, catalog, commandOn('Remove', path, { identity: domain.value }))
                : []),
            ],
          },
        ],
      };
    }
  },
};
