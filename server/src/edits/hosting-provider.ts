import type { Catalog, HostingId, HostingSettings } from '../catalog/catalog.generated.ts';
import type { HostingEntry } from '../deployment/hosting-providers.ts';
import { parametersNamed, shellServer, versionGap, writers } from '../deployment/version-gap.ts';
import type { Spec } from '../spec/model.ts';
import { append, set, type Value } from '../yaml/edit.ts';
import type { SpecEdit } from './fix.ts';
import { runOnServer } from './server-command.ts';

/** Sets keys of a provider, in the spec and on the server. Of a provider that exists, all but its proxy can be set. */
export function providerSet(
  spec: Spec,
  catalog: Catalog,
  { entry, values }: { readonly entry: HostingEntry; readonly values: Readonly<Record<string, string | boolean>> },
): readonly SpecEdit[] {
  const parameters = { Identity: entry.identity?.value ?? '', ...asParameters(values) };
  return [
    ...Object.entries(values).map(([key, value]) => set([...entry.path, key], value)),
    ...runOnServer(spec, catalog, { cmdlet: 'Set-CsHostingProvider', parameters }),
  ];
}

/** Adds a provider for a service, in the spec and on the server. Parameters that the server lacks are left out. */
export function providerAdded(
  spec: Spec,
  catalog: Catalog,
  {
    id,
    settings,
    proxyFqdn,
  }: { readonly id: HostingId; readonly settings: HostingSettings; readonly proxyFqdn?: string },
): readonly SpecEdit[] {
  const { identity, proxyFqdns } = catalog.hosting[id];
  const server = shellServer(spec, catalog);
  const known = Object.entries(settings).filter(
    ([key]) => !server || !versionGap(catalog, parametersNamed(writers('CsHostingProvider'), parameterOf(key)), server),
  );
  const values = { identity, proxyFqdn: proxyFqdn ?? proxyFqdns[0], enabled: true, ...Object.fromEntries(known) };
  return [
    append(['providers', 'hosting'], values satisfies Value),
    ...runOnServer(spec, catalog, { cmdlet: 'New-CsHostingProvider', parameters: asParameters(values) }),
  ];
}

function asParameters(values: Readonly<Record<string, string | boolean>>): Readonly<Record<string, string | boolean>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [parameterOf(key), value]));
}

function parameterOf(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}
