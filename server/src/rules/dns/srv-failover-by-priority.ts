import { type FederationSrv, federationSrvs, isAcceptedTarget } from '../../deployment/federation-srv.ts';
import type { Leaf } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const srvFailoverByPriority: Rule = {
  id: 'srv-failover-by-priority',
  summary: say`Federation SRV records of one domain with different priorities, between which nobody fails over.`,
  severity: 'warning',
  facts: ['records.federation-srv'],

  *check(spec, { catalog }) {
    const first = new Map<string, Ranked>();
    const ranked = federationSrvs(spec, catalog).filter(
      (record): record is Ranked =>
        record.priority !== undefined &&
        record.target !== undefined &&
        isAcceptedTarget(catalog, record.target.value, record.domain),
    );
    for (const record of ranked) {
      const best = first.get(record.domain);
      if (best === undefined || record.priority.value < best.priority.value) first.set(record.domain, record);
    }
    for (const { domain, priority, target, path } of ranked) {
      const best = first.get(domain);
      if (best === undefined || priority.value === best.priority.value) continue;
      yield {
        at: priority.at,
        message: say`Federation uses the record with priority ${code(best.priority.value)} and does not fail over to ${code(target.value)}. Let all Edge Servers share one name with one address each, and remove this record.`,
        related: [{ at: best.priority.at, message: say`This record is the one in use.` }],
        fixes: [
          {
            title: say`Remove the record that points to ${code(target.value)}`,
            safety: 'review',
            edits: [remove(path)],
          },
        ],
      };
    }
  },
};

type Ranked = FederationSrv & { readonly priority: Leaf<number>; readonly target: Leaf<string> };
