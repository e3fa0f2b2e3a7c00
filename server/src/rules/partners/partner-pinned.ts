import { isExemptSrvTarget } from '../../catalog/hosting.ts';
import { isAcceptedTarget } from '../../deployment/federation-srv.ts';
import { namedProviders } from '../../deployment/named-providers.ts';
import { allowedOneByOne, hostedBy } from '../../deployment/partners.ts';
import { unpinned } from '../../edits/partner.ts';
import { each } from '../../spec/model.ts';
import { hostKey, sameHost } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const partnerPinned: Rule = {
  id: 'partner-pinned',
  summary: say`A partner that is tied to one server.`,
  severity: 'info',
  persona: 'auditor',
  facts: ['records.federation-srv'],
  values: true,

  *check(spec, { catalog }) {
    const own = each(spec.domains?.sip).flatMap(({ identity }) => (identity ? [`.${hostKey(identity.value)}`] : []));
    const proxies = new Set(namedProviders(spec, catalog).map(({ proxyFqdn }) => hostKey(proxyFqdn ?? '')));
    for (const entry of allowedOneByOne(spec)) {
      const { domain, partner, proxyFqdn } = entry;
      const srv = partner?.srv;
      // Pins that are wrong have rules of their own.
      if (proxyFqdn === undefined || hostedBy(catalog, entry) || proxies.has(hostKey(proxyFqdn.value))) continue;
      if (isExemptSrvTarget(catalog, proxyFqdn.value) || (srv && !sameHost(srv.value, proxyFqdn.value))) continue;
      // Without the pin, nobody would follow such a record.
      if (srv && !isAcceptedTarget(catalog, srv.value, hostKey(domain.value))) continue;
      // A gateway of one's own, as that to XMPP once was: no partner renames it.
      if (own.some((zone) => hostKey(proxyFqdn.value).endsWith(zone))) continue;
      yield {
        at: proxyFqdn.at,
        message: say`${code(domain.value)} is tied to ${code(proxyFqdn.value)}: its SRV record is not looked up, and federation breaks when the partner renames that server. Keep the pin only where the partner has no usable record.`,
        fixes: [unpinned(entry, spec, catalog)],
      };
    }
  },
};
