import { bestTarget, federationSrvName, federationSrvs } from '../../deployment/federation-srv.ts';
import { hybridProvider } from '../../deployment/hosting-providers.ts';
import { hostAddedInside, hostRecords } from '../../edits/host-record.ts';
import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { hostKey, parentOf } from '../../text/host.ts';
import { code, prose, say } from '../../text/message.ts';
import { append } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const hybridRecordInternalMissing: Rule = {
  id: 'hybrid-record-internal-missing',
  summary: say`A shared domain whose inner zone lacks the federation record that the Edge asks for.`,
  severity: 'info',
  facts: ['records.federation-srv', 'hosting.lync-online'],

  *check(spec, { catalog, faults }) {
    if (hybridProvider(spec, catalog) === undefined) return;
    const domains = each(spec.domains?.sip).flatMap(({ identity }) => identity ?? []);
    const inside = innerRecords(spec, new Set(domains.map(({ value }) => hostKey(value))));
    const held = new Set(federationSrvs(spec, catalog, 'internal').map(({ domain }) => domain));
    const published = new Map(federationSrvs(spec, catalog).map((record) => [record.domain, record]));
    const { port, priority, weight } = catalog.records['federation-srv'];
    for (const identity of domains) {
      const domain = hostKey(identity.value);
      const [record, shown] = [inside.get(domain), published.get(domain)];
      // Where there is none in public either, that is told.
      if (record === undefined || shown === undefined || held.has(domain)) continue;
      if (isUnreadable(faults, ['dns', 'srv', domain])) continue;
      const name = federationSrvName(catalog, domain);
      const target = shown.target?.value ?? bestTarget(spec, catalog, domain);
      const lacksHost = spec.dns?.hosts !== undefined && !hostRecords(spec, 'internal').has(hostKey(target));
      yield {
        at: identity.at,
        message: say`${code(identity.value)} is shared with ${prose(catalog.hosting['lync-online'].name)} and has an inner zone without ${code(name)}. Add it there: an Edge whose name server holds that zone does not see the public record, by which it knows where messages for the domain go.`,
        related: [
          { at: record.at, message: say`This record is in the inner zone.` },
          { at: shown.name.at, message: say`This is the public record.` },
        ],
        fixes: [
          {
            title: say`Add the record ${code(name)} to the inner zone`,
            safety: 'review',
            edits: [
              append(['dns', 'srv'], { name, port, target, priority, weight, view: 'internal' }),
              ...(lacksHost ? [hostAddedInside(spec, catalog, target)] : []),
            ],
          },
        ],
      };
    }
  },
};

/** A record of each inner zone that the spec has, by the SIP domain whose zone it is. */
function innerRecords({ dns }: Spec, domains: ReadonlySet<string>): ReadonlyMap<string, Leaf<string>> {
  const all = [...each(dns?.srv), ...each(dns?.hosts), ...each(dns?.aliases)];
  return new Map(
    all.flatMap(({ name, view }) => {
      if (name === undefined || view?.value !== 'internal') return [];
      const host = hostKey(name.value).replace(/^(?:_[^.]+\.)+/, '');
      // What stands deeper may be in a zone of its own.
      return [host, parentOf(host)].filter((domain) => domains.has(domain)).map((domain) => [domain, name] as const);
    }),
  );
}
