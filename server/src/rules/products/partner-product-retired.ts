import type { HostingId } from '../../catalog/catalog.generated.ts';
import { addDays } from '../../catalog/dates.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const partnerProductRetired: Rule = {
  id: 'partner-product-retired',
  summary: say`A partner on an online service that has been retired.`,
  severity: 'warning',
  facts: ['milestones.online-retired', 'hosting.lync-online'],

  *check({ domains }, { catalog, asOf }) {
    const { date: without } = catalog.milestones['online-retired'];
    if (asOf < without) return;
    for (const { domain, partner } of [...each(domains?.allowed), ...each(domains?.discovered)]) {
      const product = partner?.product;
      if (product?.value !== ('lync-online' satisfies HostingId)) continue;
      const [proxy] = catalog.hosting['lync-online'].proxyFqdns;
      yield {
        at: product.at,
        tag: 'deprecated',
        message: say`The service that ${code(domain?.value ?? 'this partner')} is said to use was retired on ${addDays(without, -1)}. Its users are reached through ${code(proxy)} as before; state the product they have now.`,
        fixes: [{ title: say`Change it to ${code('teams')}`, safety: 'review', edits: [set(product.path, 'teams')] }],
      };
    }
  },
};
