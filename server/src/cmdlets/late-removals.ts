import type { Catalog } from '../catalog/catalog.generated.ts';
import { nouns } from '../catalog/nouns.ts';
import { providerByIdentity } from '../catalog/providers.ts';
import { hostKey } from '../text/host.ts';
import type { Effect } from './effect.ts';

/** An object that commands make before they remove what stands in its way. */
export interface LateRemoval {
  readonly creation: Effect;
  readonly removal: Effect;
  /** The proxy that both providers have; absent where both commands are about one object. */
  readonly proxy?: string;
}

/** Public and hosting providers share one space of names, and each proxy belongs to one of them. */
export function isProvider(noun: string): boolean {
  return noun === nouns.publicProvider || noun === nouns.hostingProvider;
}

/** The removals that come too late, in their order. Linear in the number of commands. */
export function lateRemovals(effects: readonly Effect[], catalog: Catalog): readonly LateRemoval[] {
  const found = new Map<string, LateRemoval>();
  const proxies = new Map<string, string>();
  /** What stands since a command made it, by name and by proxy. */
  const made = new Map<string, Effect>();
  const makers = new Map<string, Effect>();
  const removed = new Set<string>();
  for (const effect of effects) {
    const { action, key } = effect;
    const space = isProvider(effect.noun) ? 'provider' : effect.noun;
    const id = `${space} ${key}`;
    if (action === 'remove' && (key === undefined || effect.isSweep)) removed.add(space);
    if (key === undefined) continue;
    if (action === 'create') {
      found.delete(id);
      if (!removed.has(id) && !removed.has(space)) made.set(id, effect);
      const proxy = isProvider(effect.noun) ? proxyOf(effect) : undefined;
      if (proxy === undefined) continue;
      proxies.set(id, proxy);
      if (!removed.has(space) && !removed.has(proxy)) makers.set(proxy, effect);
    }
    if (action !== 'remove') continue;
    const proxy = proxies.get(id) ?? (space === 'provider' ? shippedProxy(catalog, key) : undefined);
    // What sweeps everything away is not about the one that was made before.
    const creation = effect.isSweep ? undefined : made.get(id);
    const maker = proxy === undefined || effect.isSweep ? undefined : makers.get(proxy);
    if (creation) found.set(id, { creation, removal: effect });
    else if (proxy !== undefined && maker && maker.key !== key && !removed.has(id))
      found.set(id, { creation: maker, removal: effect, proxy });
    removed.add(id);
    if (proxy !== undefined) removed.add(proxy);
    made.delete(id);
  }
  return [...found.values()];
}

function proxyOf({ settings }: Effect): string | undefined {
  const proxy = settings.find(({ name }) => name === 'ProxyFqdn')?.value;
  return typeof proxy === 'string' ? hostKey(proxy) : undefined;
}

function shippedProxy(catalog: Catalog, key: string): string | undefined {
  const id = providerByIdentity(catalog, key);
  const known = id && catalog.providers[id];
  return known?.proxyVerified ? hostKey(known.proxyFqdn) : undefined;
}
