import { isExemptSrvTarget } from '../../catalog/hosting.ts';
import { isAcceptedTarget } from '../../deployment/federation-srv.ts';
import { allowedOneByOne, hasNoRecord, hostedBy } from '../../deployment/partners.ts';
import type { Fix } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { unpinned } from '../../edits/partner.ts';
import { runOnServer } from '../../edits/server-command.ts';
import { hostKey, sameHost } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const pinnedProxyDiffers: Rule = {
  id: 'pinned-proxy-differs',
  summary: say`A pinned partner whose SRV record names another server.`,
  severity: 'warning',
  facts: ['records.federation-srv'],

  *check(spec, { catalog }) {
    for (const entry of allowedOneByOne(spec)) {
      const { domain, partner, proxyFqdn, path } = entry;
      const srv = partner?.srv;
      // A pin that meets the cloud is wrong by itself, whatever the record says.
      if (proxyFqdn === undefined || srv === undefined || hasNoRecord(partner) || hostedBy(catalog, entry)) continue;
      if (sameHost(proxyFqdn.value, srv.value) || isExemptSrvTarget(catalog, proxyFqdn.value)) continue;
      const target = hostKey(srv.value);
      const follow: Fix = {
        title: say`Pin ${code(target)} instead`,
        safety: 'review',
        edits: [
          set([...path, 'proxyFqdn'], target),
          ...runOnServer(spec, catalog, commandOn('Set', path, { identity: domain.value, proxyFqdn: target })),
        ],
      };
      const free = isAcceptedTarget(catalog, srv.value, hostKey(domain.value)) ? [unpinned(entry, spec, catalog)] : [];
      yield {
        at: proxyFqdn.at,
        message: say`${code(domain.value)} says in its SRV record that ${code(srv.value)} answers for it, but the pin sends its messages to ${code(proxyFqdn.value)}, which may be gone one day. Remove the pin, or correct it.`,
        related: [{ at: srv.at, message: say`The partner's record points here.` }],
        fixes: /^[\d.]+$|:/.test(target) ? [] : [follow, ...free],
      };
    }
  },
};
