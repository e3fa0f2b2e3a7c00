import type { Catalog } from '../catalog/catalog.generated.ts';
import type { Command } from '../cmdlets/command.ts';
import { serverWithoutShell } from '../deployment/shellless.ts';
import type { Spec } from '../spec/model.ts';
import { run, type SpecEdit } from './fix.ts';

/** Puts a command into the runbook; nothing where no server of the spec has a Management Shell to run it. */
export function runOnServer(spec: Spec, catalog: Catalog, command: Command): readonly SpecEdit[] {
  return serverWithoutShell(spec, catalog) ? [] : [run(command)];
}
