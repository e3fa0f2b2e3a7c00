import type { Catalog, PublicProvider } from '../catalog/catalog.generated.ts';
import type { CommandValue } from '../cmdlets/command.ts';
import type { Grounds } from '../deployment/grounds.ts';
import type { HostingEntry } from '../deployment/hosting-providers.ts';
import type { ActiveProvider, PublicProviderEntry } from '../deployment/public-providers.ts';
import { parametersFor, type ServerVersion, shellServer, versionGap } from '../deployment/version-gap.ts';
import type { Spec } from '../spec/model.ts';
import { fieldOf, plainValue, sectionAt } from '../spec/noun-sections.ts';
import { code, listed, say } from '../text/message.ts';
import { set } from '../yaml/edit.ts';
import { type Fix, run, type SpecEdit } from './fix.ts';
import { commandOn } from './object-command.ts';
import { runOnServer } from './server-command.ts';

/** Disables providers, which leaves them in the spec for the day on which they may be used. */
export function switchingOff(providers: readonly ActiveProvider[], spec: Spec, catalog: Catalog): Fix {
  return {
    title: say`Disable ${listed(providers.map(({ identity }) => code(identity.value)))}`,
    safety: 'review',
    edits: providers.flatMap(({ entry, identity }) => [
      set([...entry.path, 'enabled'], false),
      ...runOnServer(spec, catalog, commandOn('Set', entry.path, { identity: identity.value, enabled: false })),
    ]),
  };
}

/** A provider as far as its repair has to know it: public, or of a hosting service. */
interface Provider extends Pick<ActiveProvider, 'identity'> {
  readonly entry: PublicProviderEntry | HostingEntry;
  readonly known?: PublicProvider | undefined;
}

/** Gives keys of a provider other values, in the spec and on the server, where that takes making it anew. */
export function changedProvider(
  active: Provider,
  changes: Readonly<Record<string, CommandValue>>,
  { spec, catalog }: { readonly spec: Spec } & Pick<Grounds, 'catalog'>,
): readonly SpecEdit[] {
  const server = shellServer(spec, catalog);
  return [
    ...Object.entries(changes).map(([key, value]) => set([...active.entry.path, key], value)),
    ...(server ? recreated(active, changes, { catalog, server }) : []),
  ];
}

/**
 * The commands that make a provider anew with some keys changed: of a public one that exists, only Enabled and
 * VerificationLevel can be set, of a hosting one all but its proxy. Parameters that the server lacks are left out.
 */
export function recreated(
  { entry, identity, known }: Provider,
  changes: Readonly<Record<string, CommandValue>>,
  { catalog, server }: { readonly catalog: Catalog; readonly server: ServerVersion },
): readonly SpecEdit[] {
  const values: Record<string, CommandValue> = {};
  for (const key of sectionAt(entry.path)?.parameters.keys() ?? []) {
    const proxy = key === 'proxyFqdn' && known?.proxyVerified ? known.proxyFqdn : undefined;
    const field = fieldOf(entry, key);
    const value = changes[key] ?? (field && plainValue(field)) ?? proxy;
    const forms = parametersFor([...entry.path, key]);
    if (value === undefined || versionGap(catalog, forms, server)) continue;
    const isJoined = forms.some(({ list }) => list === 'comma-string');
    values[key] = isJoined && Array.isArray(value) ? value.join(',') : value;
  }
  return [
    run(commandOn('Remove', entry.path, { identity: identity.value })),
    run(commandOn('New', entry.path, values)),
  ];
}

/** Makes the provider anew under the name of the one that took over, which keeps those who moved in reach. */
export function replacedBy(
  heir: PublicProvider,
  entry: PublicProviderEntry | undefined,
  { spec, catalog }: { readonly spec: Spec } & Pick<Grounds, 'catalog'>,
): Fix | undefined {
  if (entry?.identity === undefined) return undefined;
  const [name] = heir.identities;
  const identity = entry.identity.value;
  const active = { entry, identity: entry.identity, known: heir };
  return {
    title: say`Replace ${code(identity)} by ${code(name)}`,
    safety: 'review',
    edits: changedProvider(active, { identity: name, proxyFqdn: heir.proxyFqdn }, { spec, catalog }),
  };
}
