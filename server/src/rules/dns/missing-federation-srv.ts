import type { Catalog } from '../../catalog/catalog.generated.ts';
import { isMandatory } from '../../catalog/records.ts';
import { bestTarget, federationSrvs } from '../../deployment/federation-srv.ts';
import { missingFederationSrvs } from '../../deployment/missing-records.ts';
import type { SrvNeed } from '../../deployment/srv-needs.ts';
import { isTenantAlone } from '../../deployment/tenant.ts';
import { publishedHost } from '../../edits/host-record.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { hostKey } from '../../text/host.ts';
import { code, type Message, prose, say } from '../../text/message.ts';
import { append } from '../../yaml/edit.ts';
import type { Related, Rule } from '../rule.ts';

export const missingFederationSrv: Rule = {
  id: 'missing-federation-srv',
  summary: say`A SIP domain without the federation SRV record that partners look up.`,
  severity: 'error',
  facts: [
    'records.federation-srv',
    'records.cloud-federation-srv',
    'milestones.federation-srv-mandatory-for-public-im',
    'clients',
    'providers',
  ],

  *check(spec, { catalog, asOf, faults }) {
    const inside = new Map(federationSrvs(spec, catalog, 'internal').map((record) => [record.domain, record]));
    const { priority, weight } = catalog.records[isTenantAlone(spec) ? 'cloud-federation-srv' : 'federation-srv'];
    for (const { identity, name, port, need } of missingFederationSrvs(spec, { catalog, asOf })) {
      // Of each domain somebody may have been shown the records, or not.
      if (isUnreadable(faults, ['dns', 'srv', hostKey(identity.value)])) continue;
      const internal = inside.get(hostKey(identity.value));
      const related: Related[] = [{ at: need.at, message: say`This needs the record.` }];
      if (internal) {
        related.push({
          at: internal.name.at,
          message: say`This record is in the inner zone, which partners do not see.`,
        });
      }
      const target = bestTarget(spec, catalog, identity.value);
      const record = { name, port, target, priority, weight };
      yield {
        at: identity.at,
        severity: isMandatory(need, asOf) ? 'error' : 'warning',
        message: recordMissed(identity.value, name, need, { catalog, asOf }),
        related,
        fixes: [
          {
            title: say`Add the record ${code(name)} to ${code('dns')}`,
            safety: 'review',
            edits: [append(['dns', 'srv'], record), ...publishedHost(spec, catalog, target)],
          },
        ],
      };
    }
  },
};

function recordMissed(
  domain: string,
  name: string,
  need: SrvNeed,
  { catalog, asOf }: { catalog: Catalog; asOf: string },
): Message {
  const [d, n, from = ''] = [code(domain), code(name), need.mandatoryFrom];
  switch (need.reason) {
    case 'discovery':
      return say`${d} has no public record ${n}, and partners that discover you find your Edge only by it. Publish it.`;
    case 'push':
      return say`${d} has no public record ${n}, by which push notifications for its users are routed. Publish it.`;
    case 'cloud-only':
      return say`${d} has no public record ${n}, by which partners find its users in ${prose(catalog.hosting['lync-online'].name)}. Publish it.`;
    case 'hybrid':
      return say`${d} has no public record ${n}, by which ${prose(catalog.hosting['lync-online'].name)} finds the Edge of a shared domain. Publish it.`;
    case 'hosted-voice-mail':
      return say`${d} has no public record ${n}, without which hosted voice mail does not serve a domain. Publish it.`;
    default:
      return isMandatory(need, asOf)
        ? say`${d} has no public record ${n}, which public IM connectivity has required since ${from}. Publish it.`
        : say`${d} has no public record ${n}, which public IM connectivity will require from ${from} on. Publish it by then.`;
  }
}
