import type { Catalog, HostingId, HostingSettings } from '../catalog/catalog.generated.ts';
import type { HostingEntry } from '../deployment/hosting-providers.ts';
import { parametersFor, shellServer, versionGap } from '../deployment/version-gap.ts';
import { each, type Spec } from '../spec/model.ts';
import { append, set, type Value } from '../yaml/edit.ts';
import type { SpecEdit } from './fix.ts';
import { commandOn } from './object-command.ts';
import { runOnServer } from './server-command.ts';

/** Sets keys of a provider, in the spec and on the server. Of a provider that exists, all but its proxy can be set. */
export function providerSet(
  spec: Spec,
  catalog: Catalog,
  { entry, values }: { readonly entry: HostingEntry; readonly values: Readonly<Record<string, string | boolean>> },
): readonly SpecEdit[] {
  const command = commandOn('Set', entry.path, { identity: entry.identity?.value ?? '', ...values });
  return [
    ...Object.entries(values).map(([key, value]) => set([...entry.path, key], value)),
    ...runOnServer(spec, catalog, command),
  ];
}

/** Adds a provider for a service, in the spec and on the server. Parameters that the server lacks are left out. */
export function providerAdded(
  spec: Spec,
  catalog: Catalog,
  { id, settings }: { readonly id: HostingId; readonly settings: HostingSettings },
): readonly SpecEdit[] {
  const server = shellServer(spec, catalog);
  const known = Object.entries(settings).filter(
    ([key]) => !server || !versionGap(catalog, parametersFor([...PATH, key]), server),
  );
  const identity = nameFor(spec, catalog, id);
  const values = {
    identity,
    proxyFqdn: catalog.hosting[id].proxyFqdns[0],
    enabled: true,
    ...Object.fromEntries(known),
  };
  return [append(PATH, values satisfies Value), ...runOnServer(spec, catalog, commandOn('New', PATH, values))];
}

/** What the provider of a service is called: as usual, or with a number where another provider has that name already. */
export function nameFor({ providers }: Spec, catalog: Catalog, id: HostingId): string {
  const { identity } = catalog.hosting[id];
  const taken = new Set(
    [...each(providers?.public), ...each(providers?.hosting)].map((entry) => entry.identity?.value.toLowerCase()),
  );
  let name: string = identity;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${identity}${number}`;
  return name;
}

const PATH = ['providers', 'hosting'] as const;
