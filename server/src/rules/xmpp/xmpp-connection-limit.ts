import { run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { each, type Leaf } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const xmppConnectionLimit: Rule = {
  id: 'xmpp-connection-limit',
  summary: say`More connections for one XMPP partner than for all of them together.`,
  severity: 'info',
  facts: ['limits.xmpp-connections'],

  *check(spec, { catalog, faults }) {
    const gateway = spec.policies?.xmppGateway;
    const path = ['policies', 'xmppGateway', 'connectionLimit'];
    if (isUnreadable(faults, path)) return;
    const most = gateway?.connectionLimit?.value ?? catalog.limits['xmpp-connections'].value;
    const ofEach = gateway?.partnerConnectionLimit;
    const over = (limit: Leaf<number> | undefined) => (limit !== undefined && limit.value > most ? [limit] : []);
    const related = gateway?.connectionLimit
      ? [{ at: gateway.connectionLimit.at, message: say`The limit of all partners together is stated here.` }]
      : [];
    for (const { at, value } of over(ofEach)) {
      yield {
        at,
        message: say`One partner may have ${value} connections, but all of them together only ${most}, so the larger number is never reached. Lower it to ${most}, or raise ${code('connectionLimit')}.`,
        related,
        fixes: [
          {
            title: say`Lower the limit per partner to ${most}`,
            safety: 'review',
            edits: [
              set(['policies', 'xmppGateway', 'partnerConnectionLimit'], most),
              run(commandOn('Set', ['policies', 'xmppGateway'], { partnerConnectionLimit: most })),
            ],
          },
        ],
      };
    }
    for (const { domain, connectionLimit, path: entry } of each(spec.domains?.xmpp)) {
      for (const { at, value } of over(connectionLimit)) {
        if (domain === undefined) continue;
        yield {
          at,
          message: say`${code(domain.value)} may have ${value} connections, but all partners together only ${most}, so the larger number is never reached. Lower it to ${most}, or raise the limit of the gateway.`,
          related,
          fixes: [
            {
              title: say`Lower the limit of ${code(domain.value)} to ${most}`,
              safety: 'review',
              edits: [
                set([...entry, 'connectionLimit'], most),
                run(commandOn('Set', entry, { identity: domain.value, connectionLimit: most })),
              ],
            },
          ],
        };
      }
    }
  },
};
