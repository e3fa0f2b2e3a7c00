import type { Catalog } from '../../catalog/catalog.generated.ts';
import { federatingPools } from '../../deployment/edge.ts';
import { specialRange } from '../../deployment/public-names.ts';
import { each, type Spec } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, prose, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import type { Range } from '../../text/range.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const privateAddressInPublicZone: Rule = {
  id: 'private-address-in-public-zone',
  summary: say`A public record that leads partners to an address that the internet does not route.`,
  severity: 'error',
  facts: ['records.access-edge-host', 'records.web-conferencing-host', 'records.av-edge-host', 'ranges'],

  *check(spec, { catalog }) {
    const leading = whoLeadsTo(spec);
    const services = edgeServices(spec, catalog);
    for (const { name, addresses, view } of each(spec.dns?.hosts)) {
      if (name === undefined || (view?.value ?? 'public') !== 'public') continue;
      const from = leading.get(hostKey(name.value));
      if (from === undefined && !services.has(hostKey(name.value))) continue;
      for (const { at, path, value } of each(addresses)) {
        const range = specialRange(catalog, value);
        if (range === undefined) continue;
        yield {
          at,
          message: say`${code(value)} is ${prose(range.name)}, so nobody outside reaches ${code(name.value)}. Publish the public address that leads to the Edge.`,
          related: from ? [{ at: from, message: say`This sends others to ${code(name.value)}.` }] : [],
          fixes: [
            {
              title: say`Enter the public address of ${code(name.value)}`,
              safety: 'review',
              edits: [set(path, placeholder(`public address of ${from ? 'the Access Edge' : inWords(name.value)}`))],
            },
          ],
        };
      }
    }
  },
};

/** A name as a placeholder can hold it. */
function inWords(host: string): string {
  return hostKey(host).replace(/[^a-z0-9-]+/g, ' ');
}

/** The hosts that others are sent to, with the place that sends them: targets of public SRV records, and the Access Edge. */
function whoLeadsTo(spec: Spec): ReadonlyMap<string, Range> {
  const edges = federatingPools(spec).flatMap(({ accessEdgeFqdn }) => accessEdgeFqdn ?? []);
  const targets = each(spec.dns?.srv).flatMap(({ target, view }) =>
    target && (view?.value ?? 'public') === 'public' ? [target] : [],
  );
  return new Map([...edges, ...targets].map(({ at, value }) => [hostKey(value), at]));
}

/** The hosts of the other Edge services, to which the server itself sends people outside. */
function edgeServices(spec: Spec, { records }: Catalog): ReadonlySet<string> {
  const labels = [records['web-conferencing-host'].label, records['av-edge-host'].label];
  return new Set(
    each(spec.domains?.sip).flatMap(({ identity }) =>
      identity ? labels.map((label) => `${label}.${hostKey(identity.value)}`) : [],
    ),
  );
}
