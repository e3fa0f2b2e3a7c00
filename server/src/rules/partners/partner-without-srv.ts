import { isRoutedByDefault } from '../../deployment/edge.ts';
import { hasNoRecord, hostedBy, partnersOneByOne } from '../../deployment/partners.ts';
import { pinned } from '../../edits/partner.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import type { Rule } from '../rule.ts';

export const partnerWithoutSrv: Rule = {
  id: 'partner-without-srv',
  summary: say`A partner without a federation SRV record, whose server nothing else names.`,
  severity: 'error',
  facts: ['records.federation-srv'],

  *check(spec, { catalog, faults }) {
    if (isRoutedByDefault(spec)) return;
    const { service } = catalog.records['federation-srv'];
    for (const entry of partnersOneByOne(spec)) {
      const { domain, partner, proxyFqdn } = entry;
      if (!hasNoRecord(partner) || partner?.srv === undefined || hostedBy(catalog, entry)) continue;
      if (proxyFqdn || isUnreadable(faults, [...entry.path, 'proxyFqdn'])) continue;
      yield {
        at: partner.srv.at,
        message: say`${code(domain.value)} publishes no ${code(service)} record, so your Edge does not find its server. Ask the partner for the record, or for the name of its Access Edge to pin as ${code('proxyFqdn')}.`,
        fixes: [pinned(entry, placeholder('Access Edge of the partner'), { spec, catalog })],
      };
    }
  },
};
