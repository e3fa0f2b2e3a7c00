import type { HostingId } from '../catalog/catalog.generated.ts';
import { idsOf } from '../catalog/ids.ts';
import { each, type Spec } from '../spec/model.ts';
import type { Range } from '../text/range.ts';
import type { Grounds } from './grounds.ts';
import { cloudsAwaited, type HostingEntry, hostingInUse, serviceBehind, servicesBehind } from './hosting-providers.ts';
import { srvNeeds } from './srv-needs.ts';

/** The services with domains of their own that the spec uses: push by its clients, others by their provider. */
export function servicesInUse(spec: Spec, context: Grounds): readonly { readonly id: HostingId; readonly at: Range }[] {
  const { catalog } = context;
  const needsOf = srvNeeds(spec, context);
  const pushed = each(spec.domains?.sip).flatMap(
    (domain) => needsOf(domain).find(({ reason }) => reason === 'push') ?? [],
  );
  return idsOf(catalog.hosting).flatMap((id) => {
    if (catalog.hosting[id].allowedDomains === undefined) return [];
    const provider = hostingInUse(spec).find((entry) => serviceBehind(spec, catalog, entry) === id);
    const at = id === 'push' ? pushed[0]?.at : provider?.identity?.at;
    return at === undefined ? [] : [{ id, at }];
  });
}

/** The hosting providers that are enabled, and those that have to be, because something waits for them. */
export function hostingToUse(spec: Spec, context: Grounds): readonly HostingEntry[] {
  const { catalog } = context;
  const all = each(spec.providers?.hosting);
  const inUse = new Set(hostingInUse(spec));
  if (inUse.size === all.length) return all;
  const awaited = new Set([...cloudsAwaited(spec, catalog), ...servicesInUse(spec, context)].map(({ id }) => id));
  return all.filter((entry) => inUse.has(entry) || servicesBehind(catalog, entry).some((id) => awaited.has(id)));
}
