import { each, type Spec } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { federatingPools } from '../federating-pools.ts';
import { isPrivateAddress } from '../public-names.ts';
import type { Rule } from '../rule.ts';

export const privateAddressInPublicZone: Rule = {
  id: 'private-address-in-public-zone',
  summary: say`A public record that leads partners to an address of the inner network.`,
  severity: 'error',
  facts: ['records.access-edge-host'],

  *check(spec) {
    const leading = whoLeadsTo(spec);
    for (const { name, addresses, view } of each(spec.dns?.hosts)) {
      const from = name && (view?.value ?? 'public') === 'public' ? leading.get(hostKey(name.value)) : undefined;
      if (name === undefined || from === undefined) continue;
      for (const { at, value } of each(addresses)) {
        if (!isPrivateAddress(value)) continue;
        yield {
          at,
          message: say`${code(value)} is an address of an inner network, so nobody outside reaches ${code(name.value)}. Publish the public address that leads to the Edge.`,
          related: [{ at: from, message: say`This sends others to ${code(name.value)}.` }],
        };
      }
    }
  },
};

/** The hosts that others are sent to, with the place that sends them: targets of public SRV records, and the Access Edge. */
function whoLeadsTo(spec: Spec): ReadonlyMap<string, Range> {
  const edges = federatingPools(spec).flatMap(({ accessEdgeFqdn }) => accessEdgeFqdn ?? []);
  const targets = each(spec.dns?.srv).flatMap(({ target, view }) =>
    target && (view?.value ?? 'public') === 'public' ? [target] : [],
  );
  return new Map([...edges, ...targets].map(({ at, value }) => [hostKey(value), at]));
}
