import type { Cmdlet, ParameterSet } from './catalog.generated.ts';
import { parameter } from './cmdlets.ts';

/** A parameter that a command lacks. */
export interface Missing {
  readonly name: string;
  /** The reference contradicts itself about whether it is needed. */
  readonly disputed: boolean;
}

/** The parameter sets in which all the parameters of these full names stand; the default set comes first. */
export function setsFitting(of: Cmdlet, names: readonly string[]): readonly ParameterSet[] {
  const fitting = of.sets.filter((set) => names.every((name) => isIn(of, set, name)));
  return fitting.toSorted((a, b) => Number(b.default ?? false) - Number(a.default ?? false));
}

/** The first two parameters that no set has together; undefined where some set has them all, or each two of them meet. */
export function mixedParameters(of: Cmdlet, names: readonly string[]): readonly [string, string] | undefined {
  if (of.sets.length === 0 || setsFitting(of, names).length > 0) return undefined;
  for (const [i, one] of names.entries()) {
    const other = names.slice(0, i).find((before) => setsFitting(of, [before, one]).length === 0);
    if (other !== undefined) return [other, one];
  }
  return undefined;
}

/**
 * What a command with the parameters of these full names lacks, by the fitting set that lacks least. Behind a pipe, what
 * the pipeline can fill is not missed.
 */
export function missingParameters(
  of: Cmdlet,
  names: readonly string[],
  { piped }: { readonly piped: boolean },
): readonly Missing[] {
  const lacks = setsFitting(of, names).map((set) =>
    (set.mandatory ?? []).filter((name) => {
      if (names.includes(name)) return false;
      const about = parameter(of, name);
      return !(piped && about?.pipeline === true);
    }),
  );
  const least = lacks.toSorted((a, b) => a.length - b.length)[0] ?? [];
  return least.map((name) => ({ name, disputed: isDisputed(of, name) }));
}

/** The parameters that values without a name go to, in order, beside those given by name. */
export function positionalParameters(of: Cmdlet, named: readonly string[]): readonly string[] {
  const places = setsFitting(of, named).find(({ positional }) => positional !== undefined)?.positional ?? [];
  return places.filter((name) => !named.includes(name));
}

/** What a set does not list is in every set, where no other lists it. */
function isIn(of: Cmdlet, { parameters }: ParameterSet, name: string): boolean {
  return parameters.includes(name) || !of.sets.some((set) => set.parameters.includes(name));
}

function isDisputed(of: Cmdlet, name: string): boolean {
  const about = parameter(of, name);
  return about?.mandatory === 'disputed' || about?.disputed?.includes('mandatory') === true;
}
