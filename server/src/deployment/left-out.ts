import type { Catalog } from '../catalog/catalog.generated.ts';
import { defaultOn, parameter, cmdlet as reference } from '../catalog/cmdlets.ts';
import { sameValue } from '../catalog/same-value.ts';
import { valueRule } from '../catalog/value-rules.ts';
import { type DeclaredNoun, type DeclaredObject, isNaming, isNote } from '../cmdlets/declared-objects.ts';
import type { ObjectOutcome } from '../cmdlets/outcome.ts';
import type { Place } from '../spec/model.ts';
import { fieldOf, plainValue } from '../spec/noun-sections.ts';
import { type ServerVersion, versionGap } from './version-gap.ts';

/** The objects of a noun, as the spec declares them for a server. */
export interface OnServer {
  readonly noun: string;
  readonly declared: DeclaredNoun;
  readonly catalog: Catalog;
  readonly server: ServerVersion;
}

/** A value as a cmdlet takes it. */
type PlainValue = NonNullable<ReturnType<typeof plainValue>>;

/** A value that the spec declares and no command gives. */
export interface UnsetValue {
  readonly field: Place;
  /** The parameter that it is for. */
  readonly name: string;
  readonly value: PlainValue;
}

/** All that the spec declares of an object, by the parameters of the cmdlet that makes it, as far as the server knows these. */
export function parametersToMake(
  { place, name }: DeclaredObject,
  { noun, declared, catalog, server }: OnServer,
): Readonly<Record<string, PlainValue>> {
  const creation = reference(`New-${noun}`);
  const parameters: Record<string, PlainValue> = name === undefined ? {} : { Identity: name };
  for (const [key, parameterName] of declared.section.parameters) {
    const field = fieldOf(place, key);
    const value = field && plainValue(field);
    const known = creation && parameter(creation, parameterName);
    if (value === undefined || known === undefined || isNaming(parameterName)) continue;
    if (versionGap(catalog, [known], server)) continue;
    parameters[parameterName] =
      Array.isArray(value) && valueRule(known).list === 'comma-string' ? value.join(',') : value;
  }
  return parameters;
}

/** The values of an object, or its notes alone, that no command of a runbook sets, but for those that the server has anyway. */
export function unsetValues(
  { settings, notesOnly }: Pick<ObjectOutcome, 'settings'> & { readonly notesOnly: boolean },
  object: DeclaredObject,
  { noun, declared, catalog, server }: OnServer,
): readonly UnsetValue[] {
  const change = reference(`Set-${noun}`);
  const shell = catalog.products[server.product].parametersOf;
  if (change === undefined || shell === undefined) return [];
  return [...declared.section.parameters].flatMap(([key, name]) => {
    const field = isNaming(name) || (notesOnly && !isNote(name)) ? undefined : fieldOf(object.place, key);
    const value = field && plainValue(field);
    const known = parameter(change, name);
    if (field === undefined || value === undefined || known === undefined || settings.has(name)) return [];
    const rule = valueRule(known);
    const usual = defaultOn(known, shell);
    // Which way of routing is meant is told by several settings together.
    if (rule.kind === 'switch' || versionGap(catalog, [known], server)) return [];
    if (usual === undefined ? value === false : sameValue(rule, value, usual)) return [];
    return [{ field, name, value }];
  });
}
