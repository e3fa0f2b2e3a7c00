import type { Cmdlet } from './catalog.generated.ts';
import { type NamedParameter, parameter, parametersOf } from './cmdlets.ts';

/** What the shell makes of the name of a parameter as somebody wrote it. */
export type Resolution =
  | { readonly match: 'exact' | 'prefix'; readonly parameter: NamedParameter }
  | { readonly match: 'ambiguous'; readonly names: readonly string[] }
  /** `seen`: no page has it, but a guide of Microsoft passes it, or the page is known to be incomplete. */
  | { readonly match: 'unknown'; readonly seen: boolean };

/**
 * Finds a parameter as PowerShell does, whatever the case and without its dash: by its name or an alias, else by the start
 * of these where it fits one parameter alone. Parameters of the cmdlet win over those that PowerShell adds to it.
 */
export function resolveParameter(of: Cmdlet, written: string): Resolution {
  const folded = written.toLowerCase();
  const exact = parameter(of, folded);
  if (exact !== undefined) return { match: 'exact', parameter: exact };
  const starting =
    folded === '' ? [] : parametersOf(of).filter((one) => namesOf(one).some((name) => name.startsWith(folded)));
  const declared = starting.filter(({ common, name }) => !common && !addedByPowerShell.includes(name));
  const [first, ...others] = declared.length === 1 ? declared : starting;
  if (first === undefined) {
    const seen = of.unlisted?.some((name) => name.toLowerCase() === folded) === true;
    return { match: 'unknown', seen };
  }
  return others.length === 0
    ? { match: 'prefix', parameter: first }
    : { match: 'ambiguous', names: [first, ...others].map(({ name }) => name) };
}

/** PowerShell adds them to each cmdlet that asks for them. */
const addedByPowerShell: readonly string[] = ['WhatIf', 'Confirm'];

function namesOf({ name, aliases = [] }: NamedParameter): readonly string[] {
  return [name, ...aliases].map((one) => one.toLowerCase());
}
