import { accessEdgeNames } from '../../deployment/edge.ts';
import { ownFederationSrvs } from '../../deployment/federation-srv.ts';
import type { Fix } from '../../edits/fix.ts';
import { each, type Located, type Spec } from '../../spec/model.ts';
import type { HostRecord } from '../../spec/spec.generated.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { append } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const srvTargetNoHost: Rule = {
  id: 'srv-target-no-host',
  summary: say`A federation SRV record whose target has no address record.`,
  severity: 'error',
  facts: ['records.federation-srv', 'records.access-edge-host'],

  *check(spec, { catalog }) {
    // Without `dns.hosts` the spec does not say what addresses there are.
    if (spec.dns?.hosts === undefined) return;
    const records = ownFederationSrvs(spec, catalog);
    const hosts = hostRecords(spec, 'public');
    const inside = hostRecords(spec, 'internal');
    const names = [...accessEdgeNames(spec), ...records.map((record) => hostKey(record.target.value))];
    const edges = names.flatMap((name) => hosts.get(name) ?? []);
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
        fixes: fixesFor(host, edges),
      };
    }
  },
};

function hostRecords(spec: Spec, view: 'public' | 'internal'): ReadonlyMap<string, Located<HostRecord>> {
  const records = each(spec.dns?.hosts).filter((record) => (record.view?.value ?? 'public') === view);
  return new Map(records.flatMap((record) => (record.name ? [[hostKey(record.name.value), record] as const] : [])));
}

/** One Edge federates: where the spec knows its addresses under another name, the target has the same ones. */
function fixesFor(host: string, [edge]: readonly Located<HostRecord>[]): readonly Fix[] {
  const addresses = each(edge?.addresses).map(({ value }) => value);
  if (edge?.name === undefined || addresses.length === 0) {
    const record = { name: host, addresses: [placeholder('public address of the Access Edge')] };
    return [
      {
        title: say`Add ${code(host)} with its public address`,
        safety: 'review',
        edits: [append(['dns', 'hosts'], record)],
      },
    ];
  }
  return [
    {
      title: say`Add ${code(host)} with the address of ${code(edge.name.value)}`,
      safety: 'review',
      edits: [append(['dns', 'hosts'], { name: host, addresses })],
    },
  ];
}
