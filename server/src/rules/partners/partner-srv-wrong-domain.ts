import { misprintedSrv } from '../../deployment/cloud-hosts.ts';
import { isRoutedByDefault } from '../../deployment/edge.ts';
import { isAcceptedTarget } from '../../deployment/federation-srv.ts';
import { hasNoRecord, hostedBy, partnersOneByOne } from '../../deployment/partners.ts';
import { pinned } from '../../edits/partner.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import type { Rule } from '../rule.ts';

export const partnerSrvWrongDomain: Rule = {
  id: 'partner-srv-wrong-domain',
  summary: say`A partner whose SRV record points outside the partner's own domain.`,
  severity: 'error',
  facts: ['records.federation-srv', 'milestones.srv-target-direct-child', 'hosting.lync-online'],

  *check(spec, { catalog, asOf, faults }) {
    if (isRoutedByDefault(spec)) return;
    const { date } = catalog.milestones['srv-target-direct-child'];
    for (const entry of partnersOneByOne(spec)) {
      const { domain, partner, proxyFqdn } = entry;
      const srv = partner?.srv;
      // A pinned partner's record is not looked up.
      if (
        srv === undefined ||
        hasNoRecord(partner) ||
        proxyFqdn ||
        isUnreadable(faults, [...entry.path, 'proxyFqdn']) ||
        hostedBy(catalog, entry)
      )
        continue;
      if (isAcceptedTarget(catalog, srv.value, hostKey(domain.value))) continue;
      // A misprinted host of the cloud is no server of the partner.
      if (misprintedSrv(catalog, srv.value, domain.value) !== undefined) continue;
      const deeper = hostKey(srv.value).endsWith(`.${hostKey(domain.value)}`);
      const [target, of] = [code(srv.value), code(domain.value)];
      const isName = /\.\p{L}[^.:]*\.?$/u.test(srv.value);
      yield {
        at: srv.at,
        severity: deeper && asOf < date ? 'warning' : 'error',
        message:
          deeper && asOf < date
            ? say`${target} lies more than one label below ${of}: an Edge with a strict check refuses such a record, and from ${date} on Microsoft rules it out. Ask the partner to point it to a host directly under the domain.`
            : say`${target} does not stand directly under ${of}, so your Edge refuses it as the partner's server. Ask the partner to correct the record; until then, only a pinned ${code('proxyFqdn')} helps.`,
        fixes: [
          pinned(entry, isName ? hostKey(srv.value) : placeholder('Access Edge of the partner'), { spec, catalog }),
        ],
      };
    }
  },
};
