import { derived } from '../text/derived.ts';
import type {
  Catalog,
  Cmdlet,
  CmdletParameter,
  ProductId,
  SharedParameter,
  ShellProductId,
} from './catalog.generated.ts';
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
  /** PowerShell gives it to every cmdlet (`-Verbose`, `-ErrorAction`). */
  readonly common: boolean;
  /** Says how a command runs, not what it changes (`-WhatIf`, `-Force`, `-Verbose`). */
  readonly shared: boolean;
  /** Its cmdlet runs against the online service alone. */
  readonly online: boolean;
}

/** Whether a product has a cmdlet or parameter: `needsUpdate` is the cumulative update from which it does. */
export type Support = 'yes' | 'no' | { readonly needsUpdate: number };

/** The names of all cmdlets. */
export const cmdletNames: readonly string[] = Object.keys(cmdletReference.cmdlets);

/** The cmdlet of this full name, whatever the case; undefined when the reference does not hold it. */
export function cmdlet(name: string): NamedCmdlet | undefined {
  return cmdletsByFoldedName.get(name.toLowerCase());
}

/** The parameter of this full name or alias, whatever the case, without its dash; undefined when there is none. */
export function parameter(of: Cmdlet, name: string): NamedParameter | undefined {
  return parametersByName(of).get(name.toLowerCase());
}

const parametersByName = derived((of: Cmdlet) => {
  const named = parametersOf(of).flatMap((one) =>
    [one.name, ...(one.aliases ?? [])].map((name) => [name.toLowerCase(), one] as const),
  );
  // Its own come first, and of those that share a name the first counts.
  return new Map(named.toReversed());
});

/** Whether a parameter that many cmdlets have goes by this short name, too: `-wi` is `-WhatIf`. */
export function isAliasOf(name: string, written: string): boolean {
  return cmdletReference.shared[name]?.aliases?.includes(written.toLowerCase()) === true;
}

/** All parameters of a cmdlet: its own, those it shares with others, then those of PowerShell itself. */
export const parametersOf = derived((of: Cmdlet): readonly NamedParameter[] => [
  ...Object.entries(of.parameters).map((entry) => ownParameter(of, entry)),
  ...Object.entries(of.shared).map((entry) => sharedParameter(of, entry)),
  ...Object.entries(cmdletReference.common).map((entry) => commonParameter(of, entry)),
]);

function ownParameter(of: Cmdlet, [name, fields]: readonly [string, CmdletParameter]): NamedParameter {
  return { ...scopeOf(of), ...fields, name, common: false, shared: false };
}

function sharedParameter(of: Cmdlet, [name, fields]: readonly [string, SharedParameter]): NamedParameter {
  const usual = cmdletReference.shared[name] ?? { type: 'Object' };
  return { ...scopeOf(of), ...usual, ...fields, name, common: false, shared: true };
}

function commonParameter(of: Cmdlet, [name, fields]: readonly [string, CmdletParameter]): NamedParameter {
  return { ...scopeOf(of), ...fields, name, common: true, shared: true };
}

function scopeOf(of: Cmdlet): Pick<NamedParameter, 'appliesTo' | 'online'> {
  return { appliesTo: of.appliesTo, online: isOnline(of) };
}

/** The default of a parameter on a product; undefined where none is documented. */
export function defaultOn(of: CmdletParameter, product: ShellProductId): CmdletParameter['default'] {
  return of.defaultIn?.[product] ?? of.default;
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

const cmdletsByFoldedName: ReadonlyMap<string, NamedCmdlet> = new Map(
  Object.entries(cmdletReference.cmdlets).map(([name, found]) => [
    name.toLowerCase(),
    { ...found, name, online: isOnline(found) },
  ]),
);
