import type { Catalog } from '../catalog/catalog.generated.ts';
import { hasManagementShell } from '../catalog/products.ts';
import type { Command } from '../cmdlets/command.ts';
import type { Spec } from '../spec/model.ts';
import { run, type SpecEdit } from './fix.ts';

/** Puts a command into the runbook; nothing where the server of the spec has no Management Shell to run it. */
export function runOnServer(spec: Spec, catalog: Catalog, command: Command): readonly SpecEdit[] {
  const product = spec.server?.product?.value;
  return product === undefined || hasManagementShell(catalog, product) ? [run(command)] : [];
}
