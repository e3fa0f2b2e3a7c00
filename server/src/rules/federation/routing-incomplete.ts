import { commandOn } from '../../edits/object-command.ts';
import { routeByDns } from '../../edits/routing.ts';
import { runOnServer } from '../../edits/server-command.ts';
import { each } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const routingIncomplete: Rule = {
  id: 'routing-incomplete',
  summary: say`A way of routing without the setting that has to go with it.`,
  severity: 'error',
  facts: [],

  *check(spec, { catalog, faults }) {
    const configuration = spec.edge?.configuration;
    if (configuration === undefined) return;
    const { path, useDefaultRouting, useDnsSrvRouting } = configuration;
    const lacks = (key: 'defaultRouteFqdn' | 'enablePartnerDiscovery') =>
      configuration[key] === undefined && !isUnreadable(faults, [...path, key]);

    if (useDefaultRouting?.value === true && lacks('defaultRouteFqdn')) {
      yield {
        at: useDefaultRouting.at,
        message: say`Default routing hands every message to the server in ${code('defaultRouteFqdn')}, and the spec names none. Name it, or route by DNS SRV records.`,
        fixes: [routeByDns(configuration, spec, catalog)],
      };
      return;
    }
    if (useDnsSrvRouting?.value !== true || !lacks('enablePartnerDiscovery')) return;
    const discovery = each(spec.domains?.discovered).length > 0;
    const values = { useDnsSrvRouting: undefined, enablePartnerDiscovery: discovery };
    yield {
      at: useDnsSrvRouting.at,
      message: say`The server takes ${code('useDnsSrvRouting')} only together with ${code('enablePartnerDiscovery')}, which the spec leaves open. State whether partners outside the allow list may be discovered.`,
      fixes: [
        {
          title: say`Set ${code('enablePartnerDiscovery')} to ${code(discovery)}`,
          safety: 'review',
          edits: [
            set([...path, 'enablePartnerDiscovery'], discovery),
            ...runOnServer(spec, catalog, commandOn('Set', path, values)),
          ],
        },
      ],
    };
  },
};
