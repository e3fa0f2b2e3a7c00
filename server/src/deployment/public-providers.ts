import type { ProviderId, PublicProvider } from '../catalog/catalog.generated.ts';
import { providerOnServer, regionOf, serviceStatus } from '../catalog/providers.ts';
import type { Effect } from '../cmdlets/effect.ts';
import { each, type Leaf, type Located, type Spec } from '../spec/model.ts';
import type { FederationSpec } from '../spec/spec.generated.ts';
import type { Grounds } from './grounds.ts';

/** An entry of `providers.public`. */
export type PublicProviderEntry = Located<NonNullable<NonNullable<FederationSpec['providers']>['public']>[number]>;

/** A public provider of the spec that is enabled and whose service has not ended. */
export interface ActiveProvider {
  readonly entry: PublicProviderEntry;
  readonly identity: Leaf<string>;
  /** What the catalog knows of it; nothing for a provider it does not hold. */
  readonly id: ProviderId | undefined;
  readonly known: PublicProvider | undefined;
}

/** The public providers that are meant to work on the day. Disabled ones do nothing, and ended ones have a rule of their own. */
export function activeProviders(spec: Spec, { catalog, asOf }: Grounds): readonly ActiveProvider[] {
  return each(spec.providers?.public).flatMap((entry) => {
    if (entry.enabled?.value !== true || entry.identity === undefined) return [];
    const names = { identity: entry.identity.value, proxyFqdn: entry.proxyFqdn?.value };
    const id = providerOnServer(catalog, names, asOf);
    const known = id && catalog.providers[id];
    if (isEnded(entry, { catalog, asOf })) return [];
    return [{ entry, identity: entry.identity, id, known }];
  });
}

/** Whether the service behind a provider has ended, and goes on nowhere. */
export function isEnded(entry: PublicProviderEntry, { catalog, asOf }: Grounds): boolean {
  const names = { identity: entry.identity?.value ?? '', proxyFqdn: entry.proxyFqdn?.value };
  const id = providerOnServer(catalog, names, asOf);
  const known = id && catalog.providers[id];
  return known !== undefined && serviceStatus(catalog, known, asOf) === 'ended' && !outlasts(known, entry, asOf);
}

/** Whether the service of an ended provider goes on in the region of the contacts, as far as anybody knows. */
function outlasts(known: PublicProvider, { region }: PublicProviderEntry, asOf: string): boolean {
  return asOf <= (regionOf(known, region?.value)?.unconfirmedLastDay ?? '');
}

/** Whether a command is about a public provider whose service has ended or ends soon, for which there is a rule of its own. */
export function isOfEndedProvider({ noun, name, settings }: Effect, { catalog, asOf }: Grounds): boolean {
  if (noun !== 'CsPublicProvider') return false;
  const proxy = settings.find((setting) => setting.name === 'ProxyFqdn')?.value;
  const names = { identity: name, proxyFqdn: typeof proxy === 'string' ? proxy : undefined };
  const id = providerOnServer(catalog, names, asOf);
  return id !== undefined && /^end/.test(serviceStatus(catalog, catalog.providers[id], asOf));
}
