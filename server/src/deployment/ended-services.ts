import type { PublicProvider, RegionalService } from '../catalog/catalog.generated.ts';
import { providerOnServer, regionOf, serviceStatus } from '../catalog/providers.ts';
import { each, type Leaf, type Spec } from '../spec/model.ts';
import { sameHost } from '../text/host.ts';
import { code, type Message, prose, say } from '../text/message.ts';
import type { Grounds } from './grounds.ts';
import type { PublicProviderEntry } from './public-providers.ts';

/** A public provider whose service has ended. */
export interface EndedService extends Grounds {
  readonly provider: PublicProvider;
}

/** What is to be said where the service outlasted its end: until when is not confirmed, so it is never an error. */
export function endedButInRegion(
  { name, unconfirmedLastDay: end = '' }: RegionalService,
  { provider, asOf }: EndedService,
  { identity }: { readonly identity: string },
): { readonly severity: 'info' | 'warning'; readonly message: Message } {
  const ended = say`The service behind ${code(identity)} ended on ${provider.lastDay}`;
  return asOf <= end
    ? {
        severity: 'info',
        message: say`${ended}, except in ${prose(name)}, where it is said to go on until ${end}. Plan its removal.`,
      }
    : {
        severity: 'warning',
        message: say`${ended}, and in ${prose(name)} on ${end}, as far as is known. Remove the provider.`,
      };
}

/** An enabled public provider whose service has ended, and who took over its people at the same proxy. */
export interface InheritedProvider {
  readonly entry: PublicProviderEntry;
  readonly identity: Leaf<string>;
}

/** The providers that are to be replaced by the one that took over: what holds for that, holds for them. */
export function inheritedProviders(spec: Spec, { catalog, asOf }: Grounds): readonly InheritedProvider[] {
  return each(spec.providers?.public).flatMap((entry) => {
    const { enabled, identity, proxyFqdn, region } = entry;
    if (enabled?.value !== true || identity === undefined) return [];
    const id = providerOnServer(catalog, { identity: identity.value, proxyFqdn: proxyFqdn?.value }, asOf);
    const provider = id && catalog.providers[id];
    const isEnded =
      provider && serviceStatus(catalog, provider, asOf) === 'ended' && !regionOf(provider, region?.value);
    return isEnded && heirOf({ catalog, provider, asOf }) ? [{ entry, identity }] : [];
  });
}

/** The service that answers at the proxy of an ended one on the day. */
export function heirOf({ catalog, provider, asOf }: EndedService): PublicProvider | undefined {
  const heir = provider.successor && catalog.providers[provider.successor];
  return heir && asOf <= heir.lastDay && sameHost(heir.proxyFqdn, provider.proxyFqdn) ? heir : undefined;
}
