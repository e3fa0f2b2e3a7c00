import type { Catalog } from '../catalog/catalog.generated.ts';
import type { NamedCmdlet } from '../catalog/cmdlets.ts';
import { hasManagementShell } from '../catalog/products.ts';
import type { ResolvedCommand } from '../cmdlets/resolved.ts';
import type { Spec } from '../spec/model.ts';
import { newestServer, type ServerVersion } from './version-gap.ts';

/** The server of a spec that has no Management Shell, so that no command sets it up. */
export function serverWithoutShell(spec: Spec, catalog: Catalog): ServerVersion | undefined {
  const server = newestServer(spec, catalog);
  return server === undefined || hasManagementShell(catalog, server.product) ? undefined : server;
}

/** Whether no server of a spec has the shell in which a command runs. */
export function runsNowhere(spec: Spec, catalog: Catalog, known: NamedCmdlet): boolean {
  return known.appliesTo.length > 0 && serverWithoutShell(spec, catalog) !== undefined;
}

/** Whether a command is one of the Management Shell, known or mistyped; those of the tenant alone are none. */
export function needsShell({ cmdlet, known }: Pick<ResolvedCommand, 'cmdlet' | 'known'>): boolean {
  return known === undefined ? /^[a-z]+-cs[a-z]/i.test(cmdlet) : known.appliesTo.length > 0;
}
