import { daysBetween } from '../../catalog/dates.ts';
import { xmppPartners } from '../../deployment/xmpp.ts';
import { run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { code, prose, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const retiredXmppService: Rule = {
  id: 'retired-xmpp-service',
  summary: say`An XMPP partner whose public service has ended, or ends soon.`,
  severity: 'error',
  facts: ['xmpp', 'limits.service-ending-notice'],
  values: true,

  *check(spec, context) {
    const notice = context.catalog.limits['service-ending-notice'].value;
    for (const { entry, domain, service } of xmppPartners(spec, context)) {
      if (service === undefined || daysBetween(context.asOf, service.lastDay) > notice) continue;
      const found = {
        at: domain.at,
        tag: 'deprecated',
        fixes: [
          {
            title: say`Remove ${code(domain.value)}`,
            safety: 'review',
            edits: [run(commandOn('Remove', entry.path, { identity: domain.value })), remove(entry.path)],
          },
        ],
      } as const;
      const [name, day] = [prose(service.name), service.lastDay];
      if (context.asOf > day) {
        const message = say`${name} stopped connecting to other XMPP servers on ${day}, so nobody at ${code(domain.value)} can be reached. Remove the partner.`;
        yield { ...found, message };
      } else {
        const message = say`${name} connects to other XMPP servers until ${day}; from the next day on nobody at ${code(domain.value)} can be reached. Plan its removal.`;
        yield { ...found, severity: 'warning', message };
      }
    }
  },
};
