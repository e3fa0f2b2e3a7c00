import type { Catalog, Cmdlet, CmdletParameter, ProductId, ShellProductId } from './catalog.generated.ts';
import { cmdletReference } from './cmdlets.generated.ts';

/** A cmdlet under its name as the reference writes it. */
export interface NamedCmdlet extends Cmdlet {
  readonly name: string;
  /** Runs against the online service alone, so that no server product decides on it. */
  readonly online: boolean;
}

/** A parameter under its name as the reference writes it. */
export interface NamedParameter extends CmdletParameter {
  readonly name: string;
  /** Products that have it; its cmdlet's, where the reference says nothing else. */
  readonly appliesTo: readonly ShellProductId[];
  /** Says how a command runs, not what it changes (`-WhatIf`, `-Verbose`); accepted by every cmdlet. */
  readonly common: boolean;
  /** Its cmdlet runs against the online service alone. */
  readonly online: boolean;
}

/** Whether a product has a cmdlet or parameter: `needsUpdate` is the cumulative update from which it does. */
export type Support = 'yes' | 'no' | { readonly needsUpdate: number };

/** The names of all cmdlets. */
export const cmdletNames: readonly string[] = Object.keys(cmdletReference.cmdlets);

/** The cmdlet of this full name, whatever the case; undefined when the reference does not hold it. */
export function cmdlet(name: string): NamedCmdlet | undefined {
  const found = cmdletsByFoldedName.get(name.toLowerCase());
  return found === undefined ? undefined : { ...found[1], name: found[0], online: isOnline(found[1]) };
}

/** The parameter of this full name or alias, whatever the case, without its dash; undefined when there is none. */
export function parameter(of: Cmdlet, name: string): NamedParameter | undefined {
  const folded = name.toLowerCase();
  const about = { appliesTo: of.appliesTo, online: isOnline(of) };
  const own = Object.entries(of.parameters).find(
    ([key, fields]) => key.toLowerCase() === folded || fields.aliases?.some((alias) => alias.toLowerCase() === folded),
  );
  if (own !== undefined) return { ...about, ...own[1], name: own[0], common: false };
  const shared = Object.entries(cmdletReference.common).find(([key]) => key.toLowerCase() === folded);
  if (shared !== undefined) return { ...about, type: shared[1], name: shared[0], common: true };
  return undefined;
}

/**
 * Whether the product has the cmdlet or parameter. A product without a Management Shell has none; where the spec does not
 * say which cumulative update is installed, one that needs an update counts as there.
 */
export function supports(
  catalog: Catalog,
  what: NamedCmdlet | NamedParameter,
  { product, installedUpdate }: { readonly product: ProductId; readonly installedUpdate: number | undefined },
): Support {
  if (what.online) return 'yes';
  const shell = catalog.products[product].parametersOf;
  if (shell === undefined || !what.appliesTo.includes(shell)) return 'no';
  const needed = 'cumulativeUpdate' in what ? what.cumulativeUpdate?.[shell] : undefined;
  if (needed === undefined || installedUpdate === undefined || installedUpdate >= needed) return 'yes';
  return { needsUpdate: needed };
}

function isOnline({ appliesTo }: Cmdlet): boolean {
  return appliesTo.length === 0;
}

const cmdletsByFoldedName: ReadonlyMap<string, readonly [string, Cmdlet]> = new Map(
  Object.entries(cmdletReference.cmdlets).map((entry) => [entry[0].toLowerCase(), entry]),
);
