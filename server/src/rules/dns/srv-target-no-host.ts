import type { Catalog } from '../../catalog/catalog.generated.ts';
import { ownFederationSrvs } from '../../deployment/federation-srv.ts';
import type { Fix } from '../../edits/fix.ts';
import { edgeRecord, hostAdded, hostRecords } from '../../edits/host-record.ts';
import { each, type Spec } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const srvTargetNoHost: Rule = {
  id: 'srv-target-no-host',
  summary: say`A federation SRV record whose target has no address record.`,
  severity: 'error',
  facts: ['records.federation-srv', 'records.access-edge-host'],
  misses: ['dns.hosts', 'dns.aliases'],

  *check(spec, { catalog }) {
    // Without `dns.hosts` the spec does not say what addresses there are.
    if (spec.dns?.hosts === undefined) return;
    const records = ownFederationSrvs(spec, catalog);
    const hosts = hostRecords(spec, 'public');
    const inside = hostRecords(spec, 'internal');
    // Whoever follows an alias may find addresses behind it; that it is one is another rule's to say.
    const said = new Set(each(spec.dns.aliases).map(({ name }) => hostKey(name?.value ?? '')));
    for (const { target } of records) {
      const host = hostKey(target.value);
      if (hosts.has(host) || said.has(host)) continue;
      said.add(host);
      const internal = inside.get(host)?.name;
      yield {
        at: target.at,
        message: say`${code(target.value)} has no public record in ${code('dns.hosts')}, so whoever follows the SRV record finds no address. Add one with the public address of the Access Edge.`,
        related: internal
          ? [{ at: internal.at, message: say`This record is in the inner zone, which partners do not see.` }]
          : [],
        fixes: [added(spec, catalog, host)],
      };
    }
  },
};

/** One Edge federates: where the spec knows its addresses under another name, the target has the same ones. */
function added(spec: Spec, catalog: Catalog, host: string): Fix {
  const edge = edgeRecord(spec, catalog)?.name;
  return {
    title: edge
      ? say`Add ${code(host)} with the address of ${code(edge.value)}`
      : say`Add ${code(host)} with its public address`,
    safety: 'review',
    edits: [hostAdded(spec, catalog, host)],
  };
}
