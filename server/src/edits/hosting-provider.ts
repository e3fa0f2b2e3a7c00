import type { Catalog, HostingId, HostingSettings } from '../catalog/catalog.generated.ts';
import { isLike } from '../deployment/autodiscover.ts';
import { type HostingEntry, sharesUsers } from '../deployment/hosting-providers.ts';
import { parametersFor, shellServer, versionGap } from '../deployment/version-gap.ts';
import { hostingProviderDefaults as usual } from '../spec/defaults.generated.ts';
import { each, type Spec } from '../spec/model.ts';
import { fieldOf, plainValue } from '../spec/noun-sections.ts';
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

/** What a provider has to say so that it suits a service, as far as it says otherwise: that of one that homes users, or of any other. */
export function suiting(
  catalog: Catalog,
  entry: HostingEntry,
  id: HostingId,
): Readonly<Record<string, string | boolean>> {
  const { settings, hybridSettings } = catalog.hosting[id];
  const right = sharesUsers(entry) ? (hybridSettings ?? settings) : settings;
  return Object.fromEntries(
    Object.entries(right).filter(([key, value]) => {
      const field = fieldOf(entry, key);
      const said = (field && plainValue(field)) ?? DEFAULTS.get(key);
      return key === 'autodiscoverUrl' ? !isLike(catalog, String(said ?? ''), String(value)) : said !== value;
    }),
  );
}

const DEFAULTS = new Map<string, unknown>(Object.entries(usual));

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
