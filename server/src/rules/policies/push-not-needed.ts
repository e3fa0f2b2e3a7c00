import { idsOf } from '../../catalog/ids.ts';
import { isWokenIn, pushSwitch } from '../../deployment/srv-needs.ts';
import { run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { each } from '../../spec/model.ts';
import { listed, prose, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const pushNotNeeded: Rule = {
  id: 'push-not-needed',
  summary: say`A push notification service that wakes none of the mobile clients in use.`,
  severity: 'info',
  facts: ['clients'],

  *check(spec, { catalog }) {
    const domains = each(spec.domains?.sip);
    const clients = domains.flatMap(({ mobileClients }) => each(mobileClients));
    // A domain that lists no clients may have any.
    if (clients.length === 0 || domains.some(({ mobileClients }) => mobileClients === undefined)) return;
    for (const service of SERVICES) {
      const on = pushSwitch(spec, service);
      const served = idsOf(catalog.clients).filter((id) => catalog.clients[id].pushService === service);
      if (on?.value !== true || domains.some((domain) => isWokenIn(spec, catalog, { domain, among: served }))) continue;
      const name = listed(served.map((id) => prose(catalog.clients[id].name)));
      yield {
        at: on.at,
        tag: 'unnecessary',
        message: say`No mobile client of this spec on ${name} waits to be woken: the clients it lists keep the connection themselves. Turn the service off, which needs no record and no allowed domain then.`,
        fixes: [
          {
            title: say`Turn the push notification service off`,
            safety: 'review',
            edits: [set(on.path, false), run(commandOn('Set', on.path, { [String(on.path.at(-1))]: false }))],
          },
        ],
      };
    }
  },
};

const SERVICES = ['apple', 'microsoft'] as const;
